# ruff: noqa: E501
"""Boxes amid a text that ask the reader to act, under names that tell nothing: whatever has a field, a button, a store, an advert's label."""

from __future__ import annotations

import pytest

from tests.support.engines.scripts import written
from tests.support.growth import grows_linearly
from tests.support.small_pages import PARAGRAPHS, TITLE, article, page, read

CALLS = {
    "a letter with heading and form": '<div class="x9f"><h4>Таңғы хат</h4><p>Күннің үш хабарын таңғы жетіде поштаңызға салып жібереміз.</p><div><form><input type="email"><button>Жіберу</button></form></div></div>',
    "a form under two boxes": '<section class="q1"><div class="q2"><h3>Апталық хат</h3></div><div class="q2"><form><input name="e"><input type="submit" value="Қосу"></form></div></section>',
    "a form with a line of consent": '<div class="x9f"><h4>Таңғы хат</h4><p>Жаңа материал шықса, өзіңізге хабар береміз.</p><form><input type="email"><button>Жіберу</button><small>Батырманы басқан соң ережемен келісесіз</small></form></div>',
    "notices with a button": '<div class="css-1k2j"><p>Маңыздысын бірінші біліңіз</p><p>Браузерге хабар қосыңыз – түнде мазаламаймыз</p><button>Қосу</button></div>',
    "a question to the reader": '<div class="k"><p>Бұл мақала сізге ұнады ма?</p><button>Иә</button><button>Жоқ</button></div>',
    "a player": '<div class="k"><button>▶</button><span>Мақаланы тыңдау</span> <span>3:45</span></div>',
    "a gift": '<div class="k"><h4>Бізді қолдаңыз</h4><p>Тәуелсіз журналистикаға үлес қосқыңыз келсе, кез келген соманы аударыңыз.</p><a href="/d">Қолдау</a></div>',
    "stores of apps in pictures": '<div class="k"><p>Біздің қосымша</p><a href="https://apps.apple.com/kz/app/1"><img alt="App Store"></a></div>',
    "a letter in Russian": '<div class="k"><h3>Рассылка</h3><p>Главные новости дня на вашу почту.</p><form><input type="email"><button>Ок</button></form></div>',
    "a price": '<div class="k"><div>Кітап дүкені</div><p>«Көпірлер тарихы»</p><p>4 900 ₸</p><a href="/b">Себетке салу</a></div>',
    "an age over a licence": '<div class="k"><span>18+</span> <span>Казино ойыны тәуелділік тудырады. Лицензия № 21012345</span></div>',
    "a line of its own class": '<p class="k">WhatsApp-та хабар алғыңыз келсе, мына сілтемені басыңыз.</p>',
    "a letters column": '<div class="k"><p>Сізде жаңалық бар ма? Бізге жазыңыз:</p><p>+7 777 123 45 67</p></div>',
    "a form without a box": "<h3>Апталық хат</h3><p>Сенбі сайын поштаңызға бір әңгіме саламыз.</p><form><input><button>Қосу</button></form>",
    "a form without a heading": "<p>Сенбі сайын поштаңызға бір әңгіме саламыз.</p><div><form><input></form></div>",
    "a line that joins": '<div class="k">Жаңа бейнені арнадан көріп отырыңыз!<a href="/y">Жазылу</a></div>',
    "a call in a figure": '<figure><div class="k"><p>Браузерге хабар қосыңыз – түнде мазаламаймыз</p><button>Қосу</button></div></figure>',
    "a calculator": '<div class="css-77"><div><h2>Салық есептегіш</h2><div>Жылдық салығыңызды бір минутта табыңыз.</div><a href="/calc">Бастау</a></div></div>',
    "a store of apps by its name": '<div class="h0p"><b>Дерек телефонда</b> <span>Жаңалықты жолда оқы</span> <a href="/a">App Store</a> <a href="/g">Google Play</a></div>',
    "a store of apps by its address": '<div class="h0p"><p>Дерек телефонда</p><a href="https://play.google.com/store/apps/details?id=kz.derek"><img src="/g.svg" alt=""> Орнату</a></div>',
    "an advert for adults": '<div class="my-6 p-4"><span>18+ · Несие</span><p class="font-bold">Он минутта карточкаға ақша</p><a class="rounded px-4" href="https://n.example.com">Алу</a></div>',
    "an advert without a button": '<div class="k"><span>Жарнама</span><p>«Арай» дүкенінде қысқы аяқкиім отыз пайыз арзан.</p></div>',
    "an advert with its label in a paragraph": '<div class="k"><p>Жарнама</p><p>«Арай» дүкенінде қысқы аяқкиім отыз пайыз арзан.</p></div>',
    "an advert in one paragraph": "<p><b>Жарнама</b><br>«Арай» дүкенінде қысқы аяқкиім отыз пайыз арзан.</p>",
    "an advert in a cell": "<center><table><tr><td><b>ЖАРНАМА!</b><br>«Арай» дүкені: жылы аяқкиім. Тел: 5-12-44</td></tr></table></center>",
    "a paragraph that asks under a heading": '<div class="k"><h4>Сенбілік хат</h4><p>Әңгімелер ұнаса, <a href="#/join">хатқа жазылыңыз</a>.</p></div>',
    "a bet": '<div class="k"><span>Реклама 21+</span><p>Коэффициент 2.40: бүгінгі ойынға бәс тік</p><a href="https://b.example.com">Тіркелу</a></div>',
    "a named button": '<div class="k"><h5>Мектеп оқушыларына арналған жинақ шықты</h5><a class="btn btn-lg" href="/shop">Сатып алу</a></div>',
    "a link that asks": '<div class="callout"><div>✉️</div><div>Сенбілік әңгімелер ұнаса, <a href="#/join">хатқа жазылыңыз</a>.</div></div>',
}  # fmt: skip


def amid(box: str) -> list[str]:
    paragraphs = [f"<p>{text}</p>" for text in PARAGRAPHS]
    paragraphs.insert(2, box)
    return read(page(main=article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{"".join(paragraphs)}'))).values["body"]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_is_no_text(call: str) -> None:
    assert amid(CALLS[call]) == list(PARAGRAPHS)


@pytest.mark.parametrize("alphabet", ["acute", "umlaut", "arabic"])
@pytest.mark.parametrize("call", ["notices with a button", "a link that asks"])
def test_a_call_is_told_in_every_script(call: str, alphabet: str) -> None:
    parts = CALLS[call].replace("<", "\0<").replace(">", ">\0").split("\0")
    box = "".join(part if part.startswith("<") else written(part, alphabet) for part in parts)
    paragraphs = [f"<p>{written(text, alphabet)}</p>" for text in PARAGRAPHS]
    paragraphs.insert(2, box)
    shown = article(paragraphs=()).replace('<div class="text">', f'<div class="b2">{"".join(paragraphs)}')
    assert len(read(page(main=shown)).values["body"]) == len(PARAGRAPHS)


def behind(opened: str) -> list[str]:
    """Return what is read of a text that stands in a form that was never closed, but for its own paragraphs."""
    more = [f"{at}-тарау: {text}" for at in range(3) for text in PARAGRAPHS]
    text = "".join(f"<p>{line}</p>" for line in more)
    shown = article(paragraphs=()).replace('<div class="text">', f'<div class="b2"><div class="k"><form><p>{PARAGRAPHS[0]}</p>{opened}{text}')
    return [line for line in read(page(main=shown)).values["body"] if line not in (PARAGRAPHS[0], *more)]


CHOICES = '<label><input type="radio" name="v">Иә 84%</label><label><input type="radio" name="v">Жоқ 16%</label>'


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        (f"<b>{{}}</b>{CHOICES}", "Көпір уақытында ашыла ма?"),
        (f"{{}}{CHOICES}", "Көпір уақытында ашыла ма?"),
        (f"<p>{{}}</p>{CHOICES}", "Көпір уақытында ашыла ма?"),
        ('<strong>{}</strong><input type="checkbox"><input type="checkbox">', "Көпірді кім ашуы керек"),
    ],
    ids=["bold", "bare", "a paragraph", "without a mark"],
)
def test_a_poll_s_question_is_no_text_however_much_its_form_holds(asked: str, question: str) -> None:
    assert behind(asked.format(question)) == []


@pytest.mark.parametrize(
    "part",
    ["<p>{}</p><label>Көпір туралы</label>", f"<p>{{}}</p><p>{PARAGRAPHS[0][:70]}.</p>{CHOICES}", '<p>{}</p><input type="radio">'],
    ids=["no choice", "a line between", "one choice"],
)
def test_a_question_that_stands_over_no_choices_is_text(part: str) -> None:
    question = "Көпір уақытында ашыла ма?"
    assert question in behind(part.format(question))


QUOTE = "«Балаңызды көпірден жетектеп өтіңіз, қоршау әлі салынып біткен жоқ», – дейді құрылысшы."
FACT = "Көпір 1967 жылы салынған, ұзындығы сексен метр, екі жолағы бар."
PARTS = {
    "a quotation with who said it": ('<div class="k"><p>{}</p><a href="/a/7">Айгүл Серікқызы</a></div>', QUOTE),
    "a quotation with a button": ('<div class="k"><p>{}</p><a href="/a/7">Түсінік</a></div>', QUOTE),
    "a spoken line": ('<div class="k"><p>{}</p><a href="/a/7">Түсінік</a></div>', "– Балаңызды көпірден жетектеп өтіңіз, қоршау әлі біткен жоқ, – дейді ол."),
    "a quotation within a line": ('<div class="k"><p>{}</p><a href="/a/7">Түсінік</a></div>', "Құрылысшы «балаңызды жетектеп өтіңіз» деп ескертті, қоршау әлі біткен жоқ."),
    "an item of a list": ('<ul><li><div>{} <a href="/k">Карта</a></div></li></ul>', f"{FACT} Жолыңызды таңдаңыз."),
    "a quotation by its markup": ('<blockquote><p>{}</p><a href="/k">Түсінік</a></blockquote>', f"{FACT} Жолыңызды таңдаңыз."),
    "a paragraph with a button": ("<p>{}<button>Карта</button></p>", f"{FACT} Жолыңызды таңдаңыз."),
    "a fact that is spoken by a writer with a name under it": ('<div class="k"><p>{}</p><a href="/a/7">Айгүл Серікқызы</a></div>', f"{FACT} Өзіңіз көріңіз."),
    "a fact with a button": ('<div class="k"><p>{}</p><a class="btn" href="/f">Құжат</a></div>', FACT),
    "a fact about the sea": ('<div class="k"><p>{}</p><a href="/f">Карта</a></div>', f"{FACT} Өзен теңізге құяды."),
    "an answer under its button": ('<div class="k"><button>Қашан өтуге болады?</button><p>{}</p></div>', "Көпірден өзіңізге ыңғайлы уақытта өтіңіз, тек жүк көлігі түнде жүреді."),
    "a sentence about a store": ("<p>{}</p>", 'Көпірдің кестесін <a href="/a">App Store</a> дүкенінен жүктеуге болады.'),
    "a line over a form that speaks to nobody": ("<p>{}</p><form><input></form>", FACT),
    "a heading over a form and a text": ("<h3>{}</h3><form><input></form>", "Көпірге қатысты сұрақтар"),
    "an opening with an age": ('<div class="k"><p>{}</p></div>', "18+ жастағы жүргізушілер көпірден еркін өте алады."),
    "a question under a button": ('<div class="k"><button>+</button><h4>{}</h4><p>Көпірден бәрі өтеді, ақы алынбайды.</p></div>', "Көпірден кім өте алады?"),
    "an hour beside a button": ('<div class="k"><button>+</button><p>{}</p></div>', f"Көпір 6:30-да ашылады. {FACT}"),
    "a sum in a sentence": ('<div class="k"><p>{}</p><a href="/f">Құжат</a></div>', "Көпірді жөндеуге бюджеттен 4 900 000 теңге бөлінген болатын."),
    "a link before an hour": ('<div class="k"><a href="/p">Көпір</a><p>{}</p></div>', "14:20 көпір ашылып, жұрт өтті"),
    "three sentences around a field": ('<div class="k"><input><p>{}</p><p>Шамы да, жолы да дайын, енді ашылуы ғана қалды.</p><p>Жүргізушілер алдағы аптаның басын күтіп отыр екен.</p></div>', FACT),
    "a long text over a button": ('<div class="k"><p>{}</p><button>Көру</button></div>', f"{FACT} Өзіңіз көріңіз. {FACT * 8}"),
    "a text over a form that is hidden": ('<p>{}</p><div style="display:none"><form><input></form></div>', f"{FACT} Өзіңіз көріңіз."),
    "a text beside a form that is hidden": ('<div class="k"><p>{}</p><div style="display:none"><form><input></form></div></div>', FACT),
    "a box of text over a form": ('<div class="k">{}</div><form><input></form>', f"{FACT} Өзіңіз көріңіз."),
    "an age in a text": ('<div class="k"><p>{}</p></div>', f"{FACT} Ойынға 21+ жастағылар жіберіледі."),
    "a paragraph that can be shared": ('<div class="k"><p>{}</p><a href="#s">Бөлісу</a></div>', f"{FACT} Өзіңіз көріңіз."),
    "a long text in one paragraph with the word": ("<p><b>Жарнама</b><br>{}</p>", f"{FACT} {PARAGRAPHS[0]} {FACT}"),
    "a long text under the label of an advert": ('<div class="k"><span>Жарнама</span><p>{}</p></div>', f"{FACT} {PARAGRAPHS[0]} {FACT}"),
}  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_what_asks_for_nothing_is_text(part: str) -> None:
    box, said = PARTS[part]
    plain = said.replace('<a href="/a">', "").replace("</a>", "")
    assert any(text.startswith(plain) for text in amid(box.format(said)))


def test_parts_of_an_article_each_with_a_button_are_text() -> None:
    parts = [f'<div class="entry{" entry--key" * (not at)}"><p>{text} Жолға шықсаңыз, абайлаңыз.</p><button>Жіберу</button></div>' for at, text in enumerate(PARAGRAPHS)]
    shown = article(paragraphs=()).replace('<div class="text">', f'<div class="b2"><p>{FACT * 5}</p><p>{FACT * 3}</p>{"".join(parts)}')
    assert len(read(page(main=shown)).values["body"]) == 2 + len(PARAGRAPHS)


def test_a_text_that_is_little_more_than_a_call_stays() -> None:
    said = f"{PARAGRAPHS[0]} Өзіңіз көріңіз."
    box = f'<div class="b2"><p>{PARAGRAPHS[1]}</p><div class="k"><p>{said}</p><button>Қосу</button></div></div>'
    assert read(page(main=article(paragraphs=()).replace('<div class="text">', box))).values["body"] == [PARAGRAPHS[1], said]


def test_a_long_text_in_a_long_article_is_no_call() -> None:
    said = f"Өзіңіз көріңіз: {FACT * 8}"
    others = "".join(f"<p>{at}-бөлім. {FACT * 4}</p>" for at in range(4))
    box = f'<div class="b2">{others}<div class="k"><p>{{}}</p><button>Көру</button></div>'
    shown = article(paragraphs=()).replace('<div class="text">', box)
    assert said in read(page(main=shown.format(said))).values["body"]
    assert f"{FACT} Өзіңіз көріңіз." not in read(page(main=shown.format(f"{FACT} Өзіңіз көріңіз."))).values["body"]


def test_an_apology_for_what_is_not_there_is_no_call() -> None:
    assert len(amid('<div class="k"><p>Кешіріңіз, бұл күннің мұрағаты әлі ашылған жоқ еді.</p><a href="/">Мұрағат</a></div>')) == len(PARAGRAPHS) + 1


INVITATIONS = ("Подкаст ұнаса, досыңызға жіберіңіз!", "Жаңа эпизодты арнамыздан бірінші болып тыңдаңыз.", "Ойын ұнаса, қосымшаны телефонға жүктеңіз!")


@pytest.mark.parametrize("alphabet", ["", "acute", "umlaut", "arabic"])
@pytest.mark.parametrize("line", INVITATIONS)
def test_a_line_that_invites_is_no_text_where_it_is_set_apart(line: str, alphabet: str) -> None:
    said = written(line, alphabet) if alphabet else line
    assert amid(f"<p><em>{said}</em></p>") == amid(f"<div>{said}</div>") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [f"<p>{INVITATIONS[0]}</p>", f"<ul><li><i>{INVITATIONS[2]}</i></li></ul>", "<p><em>Көпірден өткенде баяу жүріп, жол белгісіне қараңыз!</em></p>",
     "<p><em>– Досыңызға хатты бірге жіберіңіз!</em></p>", "<p><em>Қосымшаны жүктеңіз деген хат келді.</em></p>",
     "<p><em>Қосымшаны телефонға жүктеңіз</em></p>", "<p><em>Жаман қосымшаны досыңызға айтпаңыз.</em></p>"],
    ids=["in plain letters", "a step of a list", "of nothing that is the portal's", "spoken", "told", "a heading", "something else"],
)  # fmt: skip
def test_other_lines_that_ask_are_text(box: str) -> None:
    assert len(amid(box)) == len(PARAGRAPHS) + 1


@pytest.mark.parametrize(
    "box",
    ['<div class="k">Сөз <a href="/x">Алу</a></div>', '<p class="a">Досыңызға жіберіңіз.</p>',
     '<div class="author"><h4>Айгүл Серікқызы</h4><p>Он жылдан бері көпір туралы жазады, ел біледі.</p></div>'],
    ids=["links", "classes", "names"],
)  # fmt: skip
def test_time_grows_with_the_number_of_boxes_alone(box: str) -> None:
    assert grows_linearly(lambda boxes: read(page(main=f"<div><h1>{TITLE}</h1><div>{PARAGRAPHS[0]}{boxes}</div></div>")), box)
