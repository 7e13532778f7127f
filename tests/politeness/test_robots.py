"""What a robots.txt says to us, however it is written."""

from __future__ import annotations

import pytest
from protego import Protego

from kznews.politeness.robots import MAX_BYTES, Rules, decode

HOST = "https://qamshy.kz"
SIMPLE = "User-agent: *\nDisallow: /admin/\nAllow: /admin/open\n"


def allowed(text: str | bytes, *paths: str) -> list[bool]:
    rules = Rules.of(text if isinstance(text, bytes) else text.encode())
    return [rules.allowed(HOST + path) for path in paths]


@pytest.mark.parametrize(
    "body",
    [
        SIMPLE.encode(),
        b"\xef\xbb\xbf" + SIMPLE.encode(),
        SIMPLE.encode("utf-16"),
        b"\xfe\xff" + SIMPLE.encode("utf-16-be"),
        SIMPLE.encode("utf-16-le"),
        SIMPLE.encode("utf-16-be"),
        SIMPLE.encode("utf-16-le")[:-1],
        SIMPLE.replace("\n", "\r").encode(),
        SIMPLE.replace("\n", "\r\n\r\n").encode(),
        SIMPLE.replace("/admin", "/ad\0min").encode(),
        b"\0" * 40 + SIMPLE.encode(),
        SIMPLE.replace(": ", ":").upper().replace("/ADMIN", "/admin").replace("OPEN", "open").encode(),
        SIMPLE.replace("/\n", "/  # everything there\n").encode(),
    ],
    ids=["plain", "BOM", "utf-16", "BOM BE", "no BOM LE", "no BOM BE", "half", "CR", "CRLF", "NUL", "NULs", "case", "comment"],
)
def test_a_file_is_read_however_it_is_written(body: bytes) -> None:
    assert allowed(body, "/", "/admin/", "/admin/a", "/admin/open", "/ADMIN/") == [True, False, False, True, True]


@pytest.mark.parametrize("body", [b"", b"\0" * 5000, b"<!DOCTYPE html><html><p>Disallow: /</p></html>", b"\xff\xfe", b"{}"])
def test_what_is_no_robots_txt_forbids_nothing(body: bytes) -> None:
    assert allowed(body, "/", "/a") == [True, True]


OTHERS = "User-agent: Googlebot\nDisallow: /\n\n"
OURS = "User-agent: KZNews\nDisallow: /a\n\n"
ALL = "User-agent: *\nDisallow: /b\n\n"


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        (ALL, True, False),
        (OURS, False, True),
        (ALL + OURS, False, True),
        (OURS + ALL, False, True),
        (OTHERS, True, True),
        (OURS + OTHERS + "User-agent: kznews\nDisallow: /b\n", False, False),
        (ALL + "User-agent: *\nDisallow: /a\n", False, False),
        ("User-agent: Googlebot\nUser-agent: kznews\n\nDisallow: /a\n" + ALL, False, True),
        ("User-agent: kznews/0.1\nDisallow: /a\n" + ALL, False, True),
        ("User-agent: kznews\nDisallow:\n" + ALL, True, True),
        ("User-agent: kz\nDisallow: /\n" + ALL, True, False),
        ("User-agent: kznews-images\nDisallow: /\n" + ALL, True, False),
        ("User-agent: github\nDisallow: /\n" + ALL, True, False),
        ("Disallow: /\n" + ALL, True, False),
        (ALL + "Sitemap: https://qamshy.kz/sitemap.xml\nDisallow: /a\n", False, False),
        ("User-agent: *\nCrawl-delay: 10\n\nUser-agent: BadBot\nDisallow: /\n", True, True),
        ("User-agent: kznews\nDissalow: /a\nNoindex: /b\n", False, True),
        ("User-agent: *\nDisallow: /a\nAllow: /a\n", True, True),
        ("User-agent: *\nAllow: /\nDisallow: /a\n", False, True),
        ("User-agent: *\nDisallow: /\nAllow: /a\n", True, False),
    ],
)
def test_of_several_groups_those_that_name_us_count_and_else_those_for_everybody(text: str, *, a: bool, b: bool) -> None:
    assert allowed(text, "/a/1", "/b/1") == [a, b]


@pytest.mark.parametrize(
    "line", ["/жаңалық/", "/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B/", "/%d0%b6%d0%b0%d2%a3%d0%b0%d0%bb%d1%8b%d2%9b/"]
)
def test_cyrillic_paths_are_one_whether_letters_or_percent_codes(line: str) -> None:
    paths = (
        "/жаңалық/1",
        "/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B/1",
        "/%d0%b6%d0%b0%d2%a3%d0%b0%d0%bb%d1%8b%d2%9b/1",
        "/жаңа/",
    )
    assert allowed(f"User-agent: *\nDisallow: {line}\n", *paths) == [False, False, False, True]


def test_a_path_in_another_encoding_is_its_percent_codes() -> None:
    body = "User-agent: *\nDisallow: /бет/\n".encode("windows-1251")
    assert decode(body) == "User-agent: *\nDisallow: /%E1%E5%F2/\n"
    assert allowed(body, "/%E1%E5%F2/1", "/") == [False, True]


@pytest.mark.parametrize(
    ("rule", "forbidden", "free"),
    [
        ("/*.pdf$", "/a/b.pdf", "/a/b.pdf?x=1"),
        ("/a*b", "/axxb/c", "/axx"),
        ("/***x", "/a/x", "/a"),
        ("/search?", "/search?q=1", "/search"),
        ("/a%2Fb", "/a%2fb", "/a/b"),
        ("/a$", "/a", "/a/"),
        ("*session", "/b?session=1", "/b"),
    ],
)
def test_wildcards_and_ends(rule: str, forbidden: str, free: str) -> None:
    assert allowed(f"User-agent: *\nDisallow: {rule}\n", forbidden, free) == [False, True]


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("Crawl-delay: 3", 3.0),
        ("crawl-delay:0.5", 0.5),
        ("Crawl-delay: 10 # please", 10.0),
        ("Crawl-delay: 100000", 100000.0),
        ("Request-rate: 1/10", 10.0),
        ("Crawl-delay: -5", 0.0),
        ("Crawl-delay: NaN", 0.0),
        ("Crawl-delay: inf", 0.0),
        ("Crawl-delay: 1e999", 0.0),
        ("Crawl-delay: soon", 0.0),
        ("Crawl-delay:", 0.0),
        ("Request-rate: 1/0", 0.0),
        ("", 0.0),
    ],
)
def test_a_delay_is_read_and_nonsense_is_none(line: str, seconds: float) -> None:
    assert Rules(f"User-agent: *\nDisallow: /x\n{line}\n").delay == seconds
    assert Rules(f"User-agent: other\n{line}\n").delay == 0.0


def test_what_follows_500_kib_is_not_read_and_what_stands_before_is() -> None:
    filling = b"# padding\n" * (MAX_BYTES // 10 - 10)
    body = b"User-agent: *\n" + filling + b"Disallow: /a\n" + b"#\n" * 100 + b"Disallow: /b\n"
    assert len(body) > MAX_BYTES
    assert allowed(body, "/a", "/b") == [False, True]


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n"])
def test_a_leave_that_the_limit_cuts_in_half_is_none(ending: str) -> None:
    lines = ["User-agent: *", "Disallow: /", "# padding", "{}", "Allow: /public/", "Disallow: /public/secret", ""]
    body = ending.join(lines).encode()
    short = body.index(b"Allow: /p") + len(b"Allow: /") - len(b"{}")
    for kept, expected in ((0, [False, False]), (len(b"public/") + len(ending), [False, True])):
        filled = body.replace(b"{}", b"#" * (MAX_BYTES - short - kept))
        assert filled[:MAX_BYTES].rstrip().endswith(b"Allow: /public/" if kept else b"Allow: /")
        assert allowed(filled, "/secret", "/public/a") == expected


def storm(rule: str) -> bytes:
    return b"User-agent: *\nDisallow: /forbidden\n" + b"".join(rule.replace("N", str(n)).encode() for n in range(200_000))


@pytest.mark.parametrize(
    ("body", "allowed"),
    [
        (storm("Disallow: /*N*a*b*c$\n"), True),
        (storm("Allow: /N\n"), True),
        (storm("User-agent: botN\nDisallow: /*a\n"), True),
        (b"User-agent: *\nDisallow: /forbidden\nDisallow: /" + b"a*" * 5_000_000, True),
        (b"User-agent: *\nDisallow: /forbidden\nDisallow: /" + b"*" * 5_000_000, False),
        (b"User-agent: *\nDisallow: /forbidden\n" + b"x" * 10_000_000, True),
    ],
    ids=["wildcards", "prefixes", "agents", "long pattern", "stars", "10 MB line"],
)
def test_a_storm_of_rules_is_bounded_and_each_question_is_answered_once(
    body: bytes, monkeypatch: pytest.MonkeyPatch, *, allowed: bool
) -> None:
    asked: list[str] = []
    known = Protego.can_fetch

    def counting(self: Protego, url: str, agent: str) -> bool:
        asked.append(url)
        return bool(known(self, url, agent))

    monkeypatch.setattr(Protego, "can_fetch", counting)
    assert len(decode(body)) <= MAX_BYTES
    rules = Rules.of(body)
    urls = [f"{HOST}/forbidden", *(f"{HOST}/xyz/{number}" for number in range(5))]
    assert [rules.allowed(url) for url in urls * 3] == [False, *[allowed] * 5] * 3
    assert asked == urls
