"""newportal and capture as a contributor meets them, over pages saved for the purpose, in a copy of the project."""

from __future__ import annotations

import json
import signal
import socket
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kznews.capturing import check_writable
from kznews.commands import newportal
from kznews.extract.document import Document
from kznews.fetching import Fetched
from kznews.portal import Listing
from kznews.quality.capture import save, slug
from kznews.quality.draft import draft, hosts_of
from kznews.quality.portal_file import UNSAID, portal_file
from kznews.quality.shapes import pattern, shape_of
from kznews.running import Exit, NotStarted
from kznews.spiders.any import AnyPortal
from tests.support.cases import load
from tests.support.crawls import TIMEOUT, Ended, save_page, scrapy, started
from tests.support.projects import copy_of_project, run_in
from tests.support.warcs import AT, archive, exchanged, http

if TYPE_CHECKING:
    from pathlib import Path

    from kznews.quality.draft import Draft

HOME = "https://jana.kz/"
NUMBERS = range(100, 106)
TEXT = (
    "<p>Ауданда жаңа мектеп ашылып, екі жүз елу бала білім ала бастады. Мұғалімдер қуанышын жасырмады.</p>"
    "<p>Мектепте спорт залы, кітапхана және асхана бар, сабақ екі ауысымда өтеді деп хабарлады аудан әкімі.</p>"
)


def address(number: int) -> str:
    return f"{HOME}news/{number}-jana-mektep-ashyldy"


def home(*links: str) -> str:
    items = "".join(f'<li><a href="{link}">Ауданда жаңа мектеп салынып, есігін айқара ашты</a></li>' for link in links)
    head = '<title>Жаңа.kz | Жаңалықтар</title><link rel="alternate" type="application/rss+xml" href="/feed/">'
    return f'<html><head>{head}</head><body><nav><a href="/sayasat">Саясат</a></nav><ul>{items}</ul></body></html>'


def article(number: int) -> str:
    title = f"Ауданда {number}-мектеп ашылды"
    header = "<div>USD 478.61 EUR 549.83 RUB 5.92</div>"
    body = f"<article><h1>{title}</h1><span>16 Наурыз 2026, 18:40</span>{TEXT}</article>"
    return f"<html><head><title>{title} - Жаңа.kz</title></head><body>{header}{body}</body></html>"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, small enough to be made for each test, and the saved pages of a new portal."""
    copy = copy_of_project(tmp_path / "project")
    save_page(tmp_path / "pages", "home", HOME, home(*map(address, NUMBERS)))
    for number in NUMBERS:
        save_page(tmp_path / "pages", str(number), address(number), article(number))
    return copy


def run(project: Path, *args: str) -> Ended:
    return run_in(project, *args, "-s", f"REPLAY={project.parent / 'pages'}")


def test_a_portal_is_begun_with_one_command_and_its_cases_wait_for_a_reader(project: Path) -> None:
    ended = run(project, "newportal", "jana", HOME)
    assert ended.code == Exit.FINE, ended.err
    saved = project / "fixtures" / "portals" / "jana"
    links = load(saved / "_sources" / "home" / "links.json")
    assert links == {"articles": [address(number) for number in NUMBERS], "never": [f"{HOME}sayasat"]}
    cases = sorted(saved.glob("*/expected.json"))
    assert len(cases) == 4
    assert any(line.startswith("home: look whether links.json lists every article") for line in ended.lines)
    assert not [line for line in ended.lines if "refused.json" in line]
    assert load(cases[0])["title"] == "Ауданда 100-мектеп ашылды"
    assert load(cases[0])["article_id"] == "100"
    assert load(cases[0].with_name("meta.json"))["fetched_at"] == "2026-03-16T19:05:12+05:00"
    assert not (project / "kznews.db").exists()
    checked = run(project, "checkall", "jana")
    assert checked.code == Exit.UNHEALTHY
    metas = [*saved.glob("*/meta.json"), *saved.glob("_sources/*/meta.json")]
    assert checked.out.count("nobody has looked at it yet") == len(metas) == 5
    for meta in metas:
        assert "Read from saved pages" in load(meta)["known"]
        said = load(meta) | {"why": "A plain page.", "assumed": "All of it."}
        del said["reviewed"]
        meta.write_text(json.dumps(said), encoding="utf-8")
    checked = run(project, "checkall", "jana")
    assert checked.out.splitlines() == [line for line in checked.out.splitlines() if "its header is that of a draft" in line]
    assert (checked.code, checked.out.count("\n")) == (Exit.UNHEALTHY, 1)
    file = project / "kznews" / "spiders" / "jana.py"
    file.write_text(file.read_text(encoding="utf-8").replace(UNSAID, "A portal of a test, thin throughout."), encoding="utf-8")
    checked = run(project, "checkall", "jana")
    assert (checked.code, checked.out) == (Exit.FINE, ""), checked.err
    crawled = run(project, "crawl", "jana", "-O", "out.jsonl")
    assert crawled.code == Exit.FINE, crawled.err
    assert len((project / "out.jsonl").read_text(encoding="utf-8").splitlines()) == len(NUMBERS)


def test_what_is_left_out_is_said_and_a_page_that_is_gone_is_no_case(project: Path) -> None:
    pages, lost = project.parent / "pages", address(NUMBERS[1])
    latin = f"{HOME}lat/news/7-jana-mektep-ashyldy"
    for name, url, body, status in (("home", HOME, home(*map(address, NUMBERS), latin), 200), ("101", lost, article(101), 404)):
        pages.joinpath(name, "page.html").write_text(body, encoding="utf-8")
        meta = load(pages / name / "meta.json") | {"url": url, "status": status}
        pages.joinpath(name, "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    ended = run(project, "newportal", "jana", HOME)
    assert ended.code == Exit.FINE, ended.err
    assert f"{lost}: HTTP 404, not taken" in ended.lines
    (line,) = [line for line in ended.lines if "left out" in line]
    assert "left out (1)" in line
    assert latin in line
    text = (project / "kznews" / "spiders" / "jana.py").read_text(encoding="utf-8")
    assert lost not in text
    assert address(NUMBERS[0]) in text
    assert len(list((project / "fixtures" / "portals" / "jana").glob("*/expected.json"))) == 3


def test_nothing_is_said_of_links_where_all_are_taken() -> None:
    found = draft("jana", Document(home(*map(address, NUMBERS)).encode(), HOME), 2026)
    assert [doubt for doubt in found.doubts if "left out" in doubt] == []


@pytest.mark.parametrize(
    ("place", "hosts"), [("https://www.jana.kz/", '("jana.kz", "www.jana.kz")'), ("http://127.0.0.1:8080/", '("127.0.0.1",)')]
)
def test_a_mirror_is_declared_of_names_alone(place: str, hosts: str) -> None:
    text = portal_file(draft("jana", Document(home(f"{place}news/7-a-b-c").encode(), place), 2026))
    compile(text, "jana.py", "exec")
    assert f"    hosts = {hosts}\n" in text
    assert ("same_host" in text) == ("www." in hosts)


@pytest.mark.parametrize("path", ["kk/zhanalyqtar", "news/bugingi-basty-zhanalyqtar"])
def test_a_portal_is_begun_at_a_listing_which_is_declared_as_it_was_given(project: Path, path: str) -> None:
    links = [f"{HOME}news/jana-mektep-{name}-ashyldy" for name in ("aqtauda", "semeide", "oralda", "tarazda")]
    save_page(project.parent / "pages", "listing", HOME + path, home(*links))
    for number, link in enumerate(links):
        save_page(project.parent / "pages", f"named-{number}", link, article(number))
    ended = run(project, "newportal", "jana", HOME + path)
    assert ended.code == Exit.FINE, ended.err
    saved, file = project / "fixtures" / "portals" / "jana", project / "kznews" / "spiders" / "jana.py"
    assert f'Listing(url="{HOME}{path}")' in file.read_text(encoding="utf-8")
    assert load(saved / "_sources" / path.rpartition("/")[2] / "links.json")["articles"] == links
    assert (len(list(saved.glob("*/expected.json"))), list(saved.glob("*/refused.json"))) == (4, [])
    checked = run(project, "checkall", "jana")
    assert checked.out.count("nobody has looked at it yet") == 5, checked.out
    assert checked.out.count("\n") == 6, "and the header"


def test_a_record_of_an_archive_becomes_a_case_of_two_captures_the_one_that_is_wished(project: Path) -> None:
    url, warcs = "https://stan.kz/zhana-mektep-ashyldy/", project.parent / "warcs"
    answers = [http(article(number).encode(), coding="br", headers=[("Content-Type", "text/html")]) for number in (1, 2)]
    archive(warcs, (exchanged(day, one, url=url, at=AT + timedelta(days=day)) for day, one in zip((0, 30), answers, strict=True)))
    (path,) = warcs.iterdir()
    ended = run(project, "capture", url, "--from-warc", str(path), "--at", "2026-03-20", "--case", "early")
    assert ended.code == Exit.FINE, ended.err
    case = project / "fixtures" / "portals" / "stan" / "early"
    assert (case / "page.html").read_text(encoding="utf-8") == article(1)
    assert load(case / "meta.json")["fetched_at"] == "2026-03-16T19:05:12+05:00"
    assert load(case / "expected.json")["title"] == "Ауданда 1-мектеп ашылды"
    assert run(project, "capture", url, "--from-warc", "missing.warc").code == Exit.USAGE


def test_a_page_becomes_a_case_of_the_portal_that_declares_its_host(project: Path) -> None:
    url = "https://stan.kz/zhana-mektep-ashyldy/"
    save_page(project.parent / "pages", "stan", url, article(7))
    ended = run(project, "capture", url, "--why", "A plain page.", "--case", "plain")
    assert ended.code == Exit.FINE, ended.err
    case = project / "fixtures" / "portals" / "stan" / "plain"
    assert (case / "page.html").read_text(encoding="utf-8") == article(7)
    assert load(case / "meta.json") | {"why": "A plain page.", "reviewed": False, "url": url} == load(case / "meta.json")
    assert load(case / "expected.json")["title"] == "Ауданда 7-мектеп ашылды"
    asks = "say in meta.json what of the page was composed, and take `reviewed` out of meta.json"
    assert ended.lines == [f"plain: correct expected.json as a careful reader would, {asks}"]
    again = run(project, "capture", url, "--case", "plain")
    assert again.code == Exit.USAGE
    assert "--case NAME" in again.lines[0]


def test_of_a_page_that_is_no_article_its_author_hears_of_refused_json(project: Path) -> None:
    url = "https://stan.kz/biz-turaly/"
    save_page(project.parent / "pages", "about", url, home())
    ended = run(project, "capture", url)
    (line,) = ended.lines
    assert "as refused.json says" in line
    assert "say in meta.json why" in line
    assert "correct expected.json" not in line


def test_whom_a_command_asks_first_is_said_before_the_wait(tmp_path: Path) -> None:
    ended = scrapy("capture", "http://127.0.0.1:9/", store=tmp_path / "kznews.db")  # the gate refuses it: nothing is sent
    assert ended.code == Exit.UNHEALTHY
    assert ended.lines[0].startswith("asking 127.0.0.1 for robots.txt")
    assert "GATE_ALLOW" in ended.err


def test_a_capture_that_is_asked_to_stop_ends_in_order(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        asking = started("capture", url, "-s", "GATE_ALLOW=127.0.0.1", store=tmp_path / "kznews.db")
        silent.settimeout(TIMEOUT)
        connection, _ = silent.accept()
        with connection:
            asking.send_signal(signal.SIGINT)
            _, said = asking.communicate(timeout=TIMEOUT)
    assert asking.returncode == Exit.FINE, said
    assert said.splitlines()[-1] == "kznews: stopped before it was done; nothing was left half written"


def test_a_page_of_no_portal_is_kept_with_the_undeclared_ones(project: Path) -> None:
    ended = run(project, "capture", address(100))
    assert ended.code == Exit.FINE, ended.err
    assert (project / "fixtures" / "portals" / "any" / "100-jana-mektep-ashyldy" / "expected.json").exists()


def test_the_address_that_must_never_be_found_keeps_the_port_of_its_portal(tmp_path: Path) -> None:
    asked = "http://127.0.0.1:8080/"
    declared = AnyPortal.declared.at("127.0.0.1")
    portal = replace(declared, ports=(8080,), scheme="http", articles=(r"^/news/(?P<id>\d+)-",), sources=(Listing(url=asked),))
    for markup, never in ((home(f"{asked}news/7-a-b-c"), f"{asked}sayasat"), ('<a href="https://other.kz/">Басқа</a>', asked)):
        folder = save(Fetched(asked, asked, 200, {}, markup.encode(), AT), portal, tmp_path, another=True)
        assert load(folder / "links.json")["never"] == [never]


def test_of_two_commands_for_one_name_the_second_leaves_what_the_first_has_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newportal, "SAVED", tmp_path / "portals")
    monkeypatch.setattr(newportal, "SPIDERS", tmp_path / "spiders")
    (tmp_path / "spiders").mkdir()
    for kept in ([], [tmp_path / "portals" / "jana" / "case"]):
        for folder in kept:
            folder.mkdir()
        visit = newportal.Visit("jana", replace(AnyPortal.declared.at("jana.kz"), hosts=hosts_of("jana.kz")), HOME, {})
        visit.draft = draft("jana", Document(home(*map(address, NUMBERS)).encode(), HOME), 2026)
        if not kept:
            assert visit.write() == (tmp_path / "spiders" / "jana.py", [])
            continue
        with pytest.raises(NotStarted, match="jana is there already"):
            visit.write()
    assert (tmp_path / "portals" / "jana" / "case").is_dir()
    assert (tmp_path / "spiders" / "jana.py").exists()


def test_nobody_is_asked_for_what_cannot_be_kept(project: Path) -> None:
    (project / "file").touch()
    with pytest.raises(NotStarted, match=r"cannot write .*/file/jana\.py: "):
        check_writable(project / "file" / "jana.py")
    project.joinpath("fixtures", "portals", "stan", "plain").mkdir()
    before = sorted(project.rglob("*"))
    check_writable(project / "kznews" / "spiders" / "jana.py")
    check_writable(project / "fixtures" / "portals" / "jana" / "_sources" / "home")
    assert sorted(project.rglob("*")) == before
    ended = run_in(project, "capture", "https://stan.kz/biz-turaly/", "--case", "plain")
    assert ended.code == Exit.USAGE
    (line,) = ended.lines
    assert "is there already; give the case another name" in line


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("newportal", "stan", HOME), "stan is there already"),
        (("newportal", "Jana.kz", HOME), "cannot be a portal's name"),
        (("newportal", "jana", "jana.kz"), "not an http address"),
        (("newportal", "other", "https://stan.kz/"), "declared in kznews/spiders/stan.py"),
        (("newportal", "jana", "https://jana.kz/away"), "no page was fetched"),
        (("capture", "ftp://stan.kz/"), "not an http address"),
        (("capture", "http://jana.kz:99999/"), "Port out of range"),
        (("capture", "http://jana.kz:abc/"), "Port could not be cast"),
        (("newportal", "jana", "http://jana.kz:99999/"), "Port out of range"),
        (("capture", "https://stan.kz/not-saved/"), "no page was fetched"),
        (("capture", "https://stan.kz/biz-turaly/", "--case", "../evil"), "cannot be a case's name"),
        (("capture", "https://stan.kz/biz-turaly/", "--case", "_sources"), "cannot be a case's name"),
        (("capture", "https://stan.kz/biz-turaly/", "--case", ".."), "cannot be a case's name"),
        (("capture", "https://stan.kz/biz-turaly/", "-s", "GATE_ALLOW=localhost"), "GATE_ALLOW: 'localhost' does not appear"),
        (("checkall", "stann"), "no portal is called 'stann': did you mean stan"),
        (("checkall", "stan", "--pin"), "--pin takes the whole corpus"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_said_in_one_line_and_leaves_nothing(project: Path, args: tuple[str, ...], words: str) -> None:
    before = sorted(path for path in project.rglob("*") if path.suffix in (".py", ".json", ".html"))
    ended = run(project, *args)
    assert ended.code in (Exit.USAGE, Exit.UNHEALTHY)
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert sorted(path for path in project.rglob("*") if path.suffix in (".py", ".json", ".html")) == before


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/news/12-jana-mektep", ("word", "N-slug")),
        ("/kz/jana-mektep-ashyldy_a2471636", ("word", "slug_aN")),
        ("/2024/05/07/jana-mektep-ashyldy/", ("N", "N", "N", "slug")),
        ("/article/elimizde-araq-sharap.html", ("word", "slug.html")),
        ("/sayasat/12345.html", ("word", "N.html")),
        ("/sayasat/jana-zang", ("word", "word")),
    ],
)
def test_a_path_has_a_shape(path: str, shape: tuple[str, ...]) -> None:
    assert shape_of(path) == shape


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("/news/12-a-b-c", "/news/13-d-e-f"), r"^/news/(?P<id>\d+)-[^/]+$"),
        (("/kz/a-b-c_a100", "/kz/d-e-f_a200"), r"^/kz/[^/]+_a(?P<id>\d+)$"),
        (("/2024/05/a-b-c-d/", "/2023/01/d-e-f-g/"), r"^/\d+/\d+/(?P<id>[^/]+?)/?$"),
        (("/a/1.html", "/b/2.html"), r"^/(?:a|b)/(?P<id>\d+)\.html$"),
        (("/c++/1", "/b(/2"), r"^/[^/]+/(?P<id>\d+)$"),
        (("/a%2Fb/12-x", "/c/13-x"), r"^/(?:a%2Fb|c)/(?P<id>\d+)-[^/]+$"),
        (("/kz/%D9%A1%D9%A2-x-y-z", "/kz/%D9%A3-x-y-z"), r"^/kz/(?P<id>[^/]+?)$"),
        (("/kz/12.NET", "/kz/13.NET"), r"^/kz/(?P<id>\d+)\.NET$"),
    ],
)
def test_a_pattern_matches_its_paths_and_finds_the_id(paths: tuple[str, ...], expected: str) -> None:
    import re

    made = pattern(shape_of(paths[0]), paths)
    assert made == expected
    assert len({re.match(made, path)["id"] for path in paths}) == len(paths)


def test_a_home_page_without_articles_gives_a_draft_that_says_what_is_missing() -> None:
    found = draft("jana", Document(home().encode(), HOME), 2026)
    assert found.title == "Жаңа.kz"
    assert found.feeds == ("https://jana.kz/feed/",)
    assert [doubt for doubt in found.doubts if "articles" in doubt]
    compile(portal_file(found), "jana.py", "exec")


def test_hostile_words_of_a_page_stay_words_in_the_file() -> None:
    page = home(address(1)).replace("Жаңа.kz |", '"""); import os; os.abort() # \\ |')
    found = draft("jana", Document(page.encode(), HOME), 2026)
    tree = compile(portal_file(found), "jana.py", "exec")
    assert "os" not in tree.co_names


def test_an_address_with_quotes_is_a_word_as_well() -> None:
    links = (address(1), HOME + 'sa"yasat/2-jana-mektep', HOME + "sa'yasat/3-jana-mektep")
    page = home(*(link.replace('"', "&quot;") for link in links)).replace("/feed/", "/fe&quot;ed/")
    found = draft("jana", Document(page.encode(), HOME), 2026)
    compile(portal_file(found), "jana.py", "exec")


def test_a_portal_in_arabic_script_has_a_case_for_each_page(project: Path) -> None:
    words = ("جاڭا-مەكتەپ-اشىلدى", "كوپىر-قايتا-سالىندى", "ەگىن-جينالدى-كەشە")
    urls = [f"{HOME}tote/{word}" for word in words]
    save_page(project.parent / "pages", "arabic-home", f"{HOME}tote/", home(*urls))
    for number, url in enumerate(urls):
        save_page(project.parent / "pages", f"arabic{number}", url, article(number))
    ended = run(project, "newportal", "tote", f"{HOME}tote/")
    assert ended.code == Exit.FINE, ended.err
    cases = [path.name for path in (project / "fixtures" / "portals" / "tote").iterdir() if path.name != "_sources"]
    assert len(cases) == len(words), "none is another's"
    assert "home" not in cases


def test_half_a_portal_is_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    page = Fetched(address(1), address(1), 200, {}, article(1).encode(), AT)
    portal = replace(AnyPortal.declared.at("jana.kz"), name="jana", hosts=hosts_of("jana.kz"))
    visit = newportal.Visit("jana", portal, HOME, {})
    visit.draft = draft("jana", Document(home(address(1), address(2)).encode(), HOME), 2026)
    visit.errand.pages = [page]
    cases = project / "fixtures" / "portals" / "jana"
    monkeypatch.setattr(newportal, "SAVED", cases.parent)

    def full(found: Draft) -> str:
        assert (cases / "1-jana-mektep-ashyldy").is_dir(), "cases come first"
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(newportal, "portal_file", full)
        with pytest.raises(NotStarted, match="No space left"):
            visit.write()
    assert not cases.exists(), "the next try starts anew"
    file, folders = visit.write()
    assert file.exists()
    assert folders == [cases / "1-jana-mektep-ashyldy"]


def test_a_case_is_named_by_its_address() -> None:
    assert slug("https://jana.kz/news/12-jana-mektep.html?x=1") == "12-jana-mektep"
    assert slug("https://jana.kz/%D0%96%D0%B0%D2%A3%D0%B0%20%D0%BC%D0%B5%D0%BA%D1%82%D0%B5%D0%BF/") == "jana-mektep"
    assert slug(f"{HOME}news/12/index.html") == "12"
    assert slug("https://jana.kz/tote/جاڭا-مەكتەپ") == "jana-mektep"
    assert slug(HOME) == "home"
