# ruff: noqa: E501
"""What the articles say: words that are ours, in the forms in which real portals show such things."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from lxml import html

from tests.support.engines.scripts import written

SEED = Path(__file__).resolve().parents[4] / "shared" / "pages" / "seed" / "qamshy-article-2018-04-21.html"
MONTHS = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"]
WEEKDAYS = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"]
SIGNS = {"USD": "$", "EUR": "€", "RUB": "₽", "CNY": "¥"}
SCRIPTS = {"cyrl": "Cyrl", "acute": "Latn", "umlaut": "Latn", "arabic": "Arab"}
UNITED = datetime(2024, 3, 1, tzinfo=timezone(timedelta(hours=5)))


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return a moment of Astana's clock: +06:00 before March 2024, +05:00 since."""
    hours = 5 if (year, month) >= (UNITED.year, UNITED.month) else 6
    return datetime(year, month, day, hour, minute, tzinfo=timezone(timedelta(hours=hours)))


@dataclass(frozen=True)
class Block:
    """A part of the text: "p", "list", "numbers", "head" (a subheading) or "quote"."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()


def p(text: str) -> Block:
    return Block("p", text)


@dataclass(frozen=True)
class Model:
    """One article and the header of the page that shows it."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    section: str
    published: datetime
    fetched: datetime
    lead: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    views: int = 0
    comments: int = 0
    image: str | None = "photo.jpg"
    rates: tuple[tuple[str, str], ...] = ()
    cash: tuple[tuple[str, str, str], ...] = ()
    city: str = "Алматы"
    city_key: str = "almaty"
    degrees: str = "0"
    alphabet: str = "cyrl"
    others: tuple[str, ...] = field(default=())

    @property
    def script(self) -> str:
        return SCRIPTS[self.alphabet]

    @property
    def rtl(self) -> bool:
        return self.alphabet == "arabic"

    @property
    def signed(self) -> str:
        """The temperature as widgets sign it: "+12", "-3", "0"."""
        return self.degrees if self.degrees.startswith("-") or self.degrees == "0" else "+" + self.degrees

    def t(self, text: str) -> str:
        """Return interface words in the article's letters."""
        return written(text, self.alphabet)

    def moment(self, form: str, at: datetime) -> str:
        """Return a moment in a form such as "{dd} {Month}, {Y} сағат {HH}:{MM}"."""
        names = {"month": MONTHS[at.month - 1], "weekday": WEEKDAYS[at.weekday()]}
        values = {name: self.t(word) for name, word in names.items()}
        values |= {name.capitalize(): self.t(word.capitalize()) for name, word in names.items()}
        values |= {"MONTH": self.t(names["month"].upper())}
        digits = {"d": "%-d", "dd": "%d", "mm": "%m", "Y": "%Y", "yy": "%y", "HH": "%H", "MM": "%M", "SS": "%S"}
        values |= {name: at.strftime(code) for name, code in digits.items()}
        return self.t(form).format(**values) if self.alphabet == "cyrl" else _filled(self, form, values)

    def date(self, form: str) -> str:
        return self.moment(form, self.published)

    def clock(self, form: str) -> str:
        return self.moment(form, self.fetched)

    def iso(self, *, utc: bool = False) -> str:
        return (self.published.astimezone(UTC) if utc else self.published).isoformat()

    def inside(self, alphabet: str) -> Model:
        """Return the same article as a mirror in other letters shows it."""

        def to(text: str | None) -> str | None:
            return text and written(text, alphabet)

        def all_to(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(written(text, alphabet) for text in texts)

        blocks = tuple(Block(part.kind, to(part.text) or "", all_to(part.items)) for part in self.blocks)
        return replace(
            self, alphabet=alphabet, title=to(self.title), lead=to(self.lead), blocks=blocks, section=to(self.section),
            authors=all_to(self.authors), tags=all_to(self.tags), city=to(self.city),
        )  # fmt: skip


def _filled(model: Model, form: str, values: dict[str, str]) -> str:
    """Fill a form whose fixed words are written in the model's letters, and its fields left alone."""
    pieces = form.replace("{", "\x01{").replace("}", "}\x01").split("\x01")
    return "".join(piece.format(**values) if piece.startswith("{") else model.t(piece) for piece in pieces)


BRIDGE = Model(
    key="bridge",
    title="Теректі өзені тасып, екі ауылдың арасындағы көпір жабылды",
    blocks=(
        p("Теректі ауданында түнде жауған жаңбырдан өзен арнасынан шығып, Ақсуат пен Жарлы ауылын жалғайтын көпір уақытша жабылды. Жедел қызметтің дерегінше, судың деңгейі бір тәулікте 1,4 метрге көтерілген."),
        p("Жол қызметі көліктерді 38 шақырымдық айналма жолға бағыттап отыр. Зардап шеккен адам жоқ, мектептер қашықтан оқытуға көшті."),
    ),
    section="Оқиға", published=local(2024, 4, 9, 7, 42), fetched=local(2024, 4, 9, 11, 5), views=318, tags=("су тасқыны", "көпір"),
    rates=(("USD", "447.13"), ("EUR", "485.4"), ("RUB", "4.82")), cash=(("USD", "446", "449.5"), ("EUR", "483", "488"), ("RUB", "4.75", "4.9")),
    city="Орал", city_key="oral", degrees="7",
)  # fmt: skip

WOOL = Model(
    key="wool",
    title="Жүн өңдейтін кәсіпорын Еуропаға алғашқы 40 тонна өнімін жіберді",
    lead="Түлкібас ауданындағы жүн жуу фабрикасы үш жылдық үзілістен кейін экспортты қайта бастап, Италиямен 2 млн долларлық келісімшартқа қол қойды.",
    blocks=(
        p("Фабрика 2019 жылғы 14 наурызда жөндеуге жабылған еді. Сол кезде жүннің келісі 90 теңгеден аспайтын, шаруалар оны өртеп жіберуге мәжбүр болатын."),
        p("«Қазір бір келісін 350 теңгеден аламыз, яғни бір доллардан сәл аз. Өткен аптада ғана 120 шаруадан жүн қабылдадық», – дейді кәсіпорын басшысы Ержан Тұрсынбек."),
        p("Италиялық тарап жылына 500 тоннаға дейін сатып алуға дайын. Келісім бойынша төлем еуромен жүреді, ал бағам әр тоқсанның басында қайта қаралады."),
        p("Бұған дейін өңірде жиналған жүннің 83 пайызы далада қалып келген, деп хабарлайды облыстық ауыл шаруашылығы басқармасы."),
        p("Фабрикада 64 адам жұмыс істейді, олардың орташа жалақысы – 285 мың теңге. Келесі жылы иіру цехы ашылса, тағы қырық орын қосылады."),
    ),
    section="Экономика", published=local(2022, 8, 25, 16, 20), fetched=local(2022, 8, 27, 9, 12), authors=("Сәуле Ахметқали",), views=4217, comments=6,
    tags=("жүн", "экспорт", "Түркістан облысы"), image="wool-factory.jpg",
    rates=(("USD", "473.25"), ("EUR", "471.04"), ("RUB", "7.93"), ("CNY", "69.1")), cash=(("USD", "472", "475.2"), ("EUR", "468.5", "474"), ("RUB", "7.6", "8.05")),
    city="Шымкент", city_key="shymkent", degrees="31",
)  # fmt: skip

FROST = Model(
    key="frost",
    title="20 қаңтардан бастап солтүстікте аяз 40 градусқа дейін күшейеді",
    lead="Синоптиктер алдағы үш күнде Солтүстік Қазақстан мен Қостанай облыстарында қатты аяз болатынын ескертті.",
    blocks=(
        p("«Қазгидрометтің» болжамынша, 20 қаңтарға қараған түні Петропавлда ауа –36°C-қа дейін салқындайды. Күндіз де –27...–29 градустан жылымайды."),
        p("Өңірлер бойынша түнгі температура мынадай болады:"),
        Block("list", items=("Қостанай – 34-38 градус аяз", "Көкшетау – 32-35 градус аяз, боран", "Павлодар – 30 градус аяз", "Астана – 29-31 градус аяз, көктайғақ")),
        p("Ал оңтүстікте күн жылы: 21 қаңтарда Түркістанда +6°, Шымкентте +8° күтіледі."),
        p("Төтенше жағдайлар департаменті жолға шығардан бұрын 112 нөміріне хабарласуды сұрайды. Аяз 24 қаңтарға дейін созылады."),
    ),
    section="Ауа райы", published=local(2023, 1, 19, 9, 5), fetched=local(2023, 1, 20, 8, 0), authors=("Айбек Нұрғазы",), views=10542, comments=0,
    tags=("аяз", "ауа райы"), image="frost.webp", rates=(("RUB", "6.68"), ("USD", "462.19"), ("EUR", "500.27")),
    cash=(("USD", "461", "464"), ("EUR", "498", "503.5"), ("RUB", "6.5", "6.9")), city="Петропавл", city_key="petropavl", degrees="-33",
)  # fmt: skip

TALK = Model(
    key="talk",
    title="«Домбыраны дүкеннен емес, ормансыз даладан іздеңіз» – шебер Жолдыбай Сейіт",
    lead="Жаңаарқалық шебер елу жыл бойы домбыра шауып келеді. Оның аспаптары жеті елдің музейінде тұр.",
    blocks=(
        p("– Жолдыбай аға, алғашқы домбыраңыз есіңізде ме?"),
        p("– Есімде болғанда қандай! 1971 жылдың күзі еді, он төрт жаста едім. Көрші шалдың ескі сандығын бұзып, соның тақтайынан шаптым. Үні шықпады, бірақ әкем ұрыспады."),
        p("– Қазір қандай ағашпен жұмыс істейсіз?"),
        p("– Қарағай мен үйеңкі. Ағашты кемінде бес жыл көлеңкеде кептіру керек. Асыққан адам домбыра шаба алмайды, оның қолынан тек жәшік шығады."),
        Block("quote", "Жақсы домбыра ойнаған адамның емес, тыңдаған адамның жүрегін ұстайды."),
        p("– Бір аспаптың құны қанша тұрады?"),
        p("– Біреуге 60 мың теңге, біреуге тегін. Өткен жылы Жапониядан келген қонақ 1 500 доллар ұсынды, сатпадым: ол домбыра немереме арналған еді."),
        p("– Әңгімеңізге рақмет!"),
    ),
    section="Сұхбат", published=local(2021, 11, 6, 18, 0), fetched=local(2021, 11, 10, 21, 47), authors=("Гүлназ Омархан", "Бекзат Дәулет"), views=2689,
    comments=14, tags=("домбыра", "қолөнер", "сұхбат"), image="dombyra-2.JPG", rates=(("USD", "428.6"), ("EUR", "496.1"), ("RUB", "6.03"), ("CNY", "67")),
    cash=(("USD", "427.5", "430.2"), ("EUR", "493", "498"), ("RUB", "5.9", "6.1")), city="Қарағанды", city_key="qaraghandy", degrees="-2",
)  # fmt: skip

MUSEUM = Model(
    key="museum",
    title="Жазушының үйі қайта ашылды: қойма төрінен табылған 12 хаттың сыры",
    lead="Семейдегі мұражай-үй екі жылға созылған жөндеуден кейін есігін айқара ашты, ал жұмыс кезінде еден астынан бұрын белгісіз хаттар шықты.",
    blocks=(
        p("Хаттарды құрылысшы Марат Сүлеймен тапқан. Ол шіріген тақтайды ауыстырып жатып, шүберекке оралған бір буда қағазды байқап қалады."),
        p("Мұражай қызметкерлері алғашында бұл қағаздарды есеп-шот деп ойлапты. Бірақ үшінші парақта таныс қолтаңба көрінген соң, бәрі жұмысын тастап, қойманың басына жиналған."),
        Block("head", "Хаттар кімге жазылған?"),
        p("Он екі хаттың тоғызы 1926–1931 жылдар аралығында жазылған. Алтауы Ташкенттегі досына, үшеуі ағасына арналыпты, қалғанының иесі әзірге белгісіз."),
        p("Бірінде жазушы «Қаламның ұшы мұқалды, бірақ тілдің ұшы мұқалған жоқ» деп қалжыңдайды. Тағы бірінде 27 қазанда жолға шығатынын айтып, тон жіберуді өтінеді."),
        p("Қолжазбаларды Алматыдағы реставрация орталығы қалпына келтірмек. Жұмыстың құны – 4,8 млн теңге, мерзімі – сегіз ай."),
        Block("head", "Жаңарған үйде не бар?"),
        p("Бұрынғы бес бөлмеге тағы екеуі қосылды. Біріншісінде жазушының дауысы жазылған жалғыз таспаны тыңдауға болады, екіншісі балаларға арналған шеберхана."),
        p("Шатырды қалпына келтіргенде шеберлер ескі шегелерді сақтап қалуға тырысқан. «Әр шеге – куәгер», – дейді сәулетші Дина Есенова."),
        p("Мұражай дүйсенбіден басқа күндері таңғы 10:00-ден кешкі 18:00-ге дейін жұмыс істейді. Кіру ақысы ересектерге 700 теңге, оқушыларға тегін."),
        p("Келесі көктемде мұнда халықаралық аудармашылар мектебін өткізу жоспарланған. Оған он бір елден өтініш түсіпті."),
    ),
    section="Мәдениет", published=local(2019, 10, 3, 12, 33), fetched=local(2019, 10, 9, 15, 1), authors=("Абылай Тоқтар",), views=935, comments=2,
    tags=("мұражай", "Семей", "әдебиет", "хат"), image="museum_house.jpeg", rates=(("USD", "387.9"), ("EUR", "425.03"), ("RUB", "5.98")),
    cash=(("USD", "387", "389.1"), ("EUR", "423", "427"), ("RUB", "5.9", "6.05")), city="Семей", city_key="semey", degrees="9",
)  # fmt: skip

CUP = Model(
    key="cup",
    title="Жасөспірім шахматшылар Будапештен төрт жүлдемен оралды",
    lead="Әлем кубогында ел құрамасы жалпы есепте бесінші орынға көтерілді.",
    blocks=(
        p("Будапештте өткен турнирге 43 елден 512 ойыншы қатысты. Біздің құрамада он екі бала болды, олардың ең кішісі – тоғыз жасар Әмина Бақыт."),
        p("Жүлдегерлердің толық тізімі:"),
        Block("numbers", items=("Әмина Бақыт (Ақтөбе) – алтын медаль, 9 ұпай", "Санжар Ілияс (Тараз) – күміс медаль, 8,5 ұпай", "Томирис Қайрат (Астана) – қола медаль", "Нұрасыл Жанат (Атырау) – қола медаль")),
        p("«Соңғы партияда қарсыласым тең ойын ұсынды, мен бас тарттым», – деп күлді Әмина. Оның жаттықтырушысы бұл шешімді кейін ғана мақұлдапты."),
        p("Келесі турнир 15 желтоқсанда Дубайда басталады. Жүлде қоры – 30 мың АҚШ доллары."),
    ),
    section="Спорт", published=local(2025, 11, 24, 20, 15), fetched=local(2025, 11, 25, 7, 30), authors=("Ерлан Сматай",), views=1284, comments=3,
    tags=("шахмат",), image="chess.png", rates=(("USD", "520.93"), ("EUR", "600.11"), ("RUB", "6.57"), ("CNY", "73.28")),
    cash=(("USD", "519", "522.4"), ("EUR", "598", "603"), ("RUB", "6.45", "6.6")), city="Астана", city_key="astana", degrees="-6",
)  # fmt: skip

LAW = Model(
    key="law",
    title="Ауыл мұғалімдеріне берілетін көтермеақы екі еселенбек",
    blocks=(
        p("Үкімет отырысында ауылға баратын жас мамандарға төленетін біржолғы көмекті 100-ден 200 айлық есептік көрсеткішке дейін өсіру ұсынылды. Бұл шамамен 738 мың теңге."),
        p("Оқу-ағарту министрінің орынбасары Қанат Бисен жаңа тәртіптің 2024 жылғы 1 қыркүйектен күшіне енетінін айтты."),
        p("Жобаға сәйкес, мұғалім келісімшартпен кемінде үш жыл жұмыс істеуі тиіс. Мерзімінен бұрын кетсе, ақшаның бір бөлігін қайтарады."),
        p("Қазір ауыл мектептеріне 2 316 маман жетіспейді, әсіресе физика мен ағылшын тілі пәндерінен тапшылық байқалады."),
    ),
    section="Қоғам", published=local(2024, 6, 18, 13, 51), fetched=local(2024, 6, 18, 15, 58), authors=("Назым Көпжасар",), views=740, comments=1,
    tags=("білім", "мұғалім"), image="teacher.jpg", rates=(("USD", "457.2"), ("EUR", "490.75"), ("RUB", "5.15")),
    cash=(("USD", "456", "459"), ("EUR", "488", "493.5"), ("RUB", "5.05", "5.2")), city="Көкшетау", city_key="kokshetau", degrees="24",
)  # fmt: skip

OPINION = Model(
    key="opinion",
    title="Кітап оқымайтын бала емес, оқып бермейтін ата-ана бар",
    blocks=(
        p("Кеше көршінің баласы маған: «Ертегі деген не?» – деді. Күлкім келді, артынан ұялдым. Жеті жастағы бала бұл сұрақты бізден сұрап тұр ғой."),
        p("Біз баланың қолына телефонды өзіміз беріп, кейін соны тартып алуға күш жұмсаймыз. Ал кітапты ұсынуды ұмытып кеттік."),
        p("Менің ойымша, әр үйде күніне жиырма минут дауыстап оқитын уақыт болуы керек. Бұған ақша да, бағдарлама да, министрліктің бұйрығы да қажет емес."),
        p("Атам айтатын: «Сөз естіген бала – сөз біледі». Осыдан артық педагогиканы көрген жоқпын."),
    ),
    section="Көзқарас", published=local(2018, 5, 13, 10, 8), fetched=local(2018, 5, 16, 17, 18), authors=("Досхан Жылқыбай",), views=1550, comments=22,
    image=None, rates=(("USD", "327.44"), ("EUR", "391.28"), ("RUB", "5.3"), ("CNY", "51.7")), cash=(("USD", "327", "329.5"), ("EUR", "388", "392"), ("RUB", "5.2", "5.32")),
    city="Алматы", city_key="almaty", degrees="16",
)  # fmt: skip

SCHOOL = Model(
    key="school",
    title="Ауыл мектебінің оқушылары күн сәулесінен су айдайтын құрылғы жасады",
    lead="Жоба Астанада өткен жас өнертапқыштар байқауында бас жүлдені жеңіп алды.",
    blocks=(
        p("Құрылғының авторлары – онсыншы сынып оқушылары Еркежан мен Алдияр. Олар ескі теледидардың бөлшектерін пайдаланып, жоғары тоқпен жұмыс істейтін сорғы құрастырған."),
        p("«Бізде су алыс, құдықтан тасимыз. Сондықтан күннің қуатын пайдаланайық деп ойладық», – дейді Еркежан."),
        p("Жобаның өзіндік құны 48 мың теңге ғана, яғни 100 долларға жетпейді. Ал зауыттан шыққан сорғы он есе қымбат."),
        p("Байқау 2023 жылғы 5 сәуірде басталып, оған 210 жоба түскен болатын."),
    ),
    section="Білім", published=local(2023, 4, 9, 14, 55), fetched=local(2023, 4, 12, 10, 0), authors=("Мадина Серік",), views=20, comments=0, tags=("мектеп", "өнертапқыш"),
    rates=(("USD", "448.1"), ("EUR", "489.32"), ("RUB", "5.49")), cash=(("USD", "447", "450"), ("EUR", "487", "492"), ("RUB", "5.4", "5.55")),
    city="Тараз", city_key="taraz", degrees="15",
)  # fmt: skip

PHONE = Model(
    key="phone",
    title="Қазақ тілін түсінетін көмекші қосымша сынақтан өтті",
    lead="Бағдарламаны Алматыдағы шағын топ екі жыл бойы жасаған.",
    blocks=(
        p("Қосымша қазақша сөйлеген адамның дауысын танып, хабарлама жазып береді. Сынаққа 1 800 адам қатысып, қателік үлесі жеті пайыздан аспады."),
        p("Топ жетекшісі Дамир Әлібектің сөзінше, ең қиыны – аймақтардағы айтылу ерекшелігі. Ол үшін 17 ауданнан дауыс үлгілері жиналған."),
        p("Бағдарлама 1 шілдеден бастап тегін таратылады, кейін компанияларға айына 90 доллардан ұсынылады."),
    ),
    section="Технология", published=local(2025, 6, 2, 11, 30), fetched=local(2025, 6, 3, 9, 0), authors=("Әлихан Темір",), views=333, comments=4, tags=("технология",),
    rates=(("USD", "510.4"), ("EUR", "580.16"), ("RUB", "6.5")), cash=(("USD", "509", "512"), ("EUR", "578", "583"), ("RUB", "6.4", "6.55")),
    city="Алматы", city_key="almaty", degrees="27",
)  # fmt: skip

HERD = Model(
    key="herd",
    title="Тарбағатай баурайында жылқы басы екі есе көбейді",
    lead="Аудан шаруалары бес жылда жылқы санын он сегіз мыңға жеткізді.",
    blocks=(
        p("Ауданда жылқы өсірумен төрт жүзден астам шаруашылық айналысады. Олардың көбі табынды қыс бойы жайылымда ұстайды."),
        p("«Былтыр қар қалың түсті, сонда да бір де бір бас шығын болған жоқ», – дейді шопан Қабиден Рысбай."),
        p("Қымыздың литрі ауылда бес жүз теңгеден, ал қалада мың теңгеден сатылады. Жазда осында алғашқы қымыз зауыты ашылмақ."),
    ),
    section="Аймақтар", published=local(2021, 11, 30, 9, 0), fetched=local(2021, 12, 2, 12, 0), authors=("Сәкен Рахым",), views=413, comments=0, tags=("жылқы", "қымыз"),
    rates=(("USD", "435.2"), ("EUR", "491.8"), ("RUB", "5.82")), cash=(("USD", "434", "437"), ("EUR", "489", "494"), ("RUB", "5.7", "5.85")),
    city="Өскемен", city_key="oskemen", degrees="-8",
)  # fmt: skip

TOMB = Model(
    key="tomb",
    title="Сырдария бойынан ортағасырлық қала орны табылды",
    blocks=(
        p("Археологтар Қызылорда облысында бұрын картада болмаған қала орнын анықтады. Оның аумағы отыз гектардан асады."),
        p("Қазба кезінде қыштан жасалған ыдыстар мен мыс ақшалар шықты. Ғалымдар оларды он екінші ғасырдың мұрасы деп отыр."),
        p("Экспедиция жетекшісі Айдос Нұрлан: «Бұл – жібек жолының ұмыт қалған бекеті», – дейді. Жұмыс келер жылдың мамыр айында жалғасады."),
        p("Табылған заттар облыстық мұражайға тапсырылды."),
    ),
    section="Тарих", published=local(2011, 6, 1, 10, 0), fetched=local(2024, 9, 14, 13, 0), views=1208, comments=5, tags=("тарих",), image="kala.jpg",
    rates=(("RUB", "5.3"), ("USD", "478.41"), ("EUR", "530.2")), cash=(("USD", "477", "480"), ("EUR", "528", "533"), ("RUB", "5.2", "5.35")),
    city="Қызылорда", city_key="qyzylorda", degrees="22",
)  # fmt: skip

CYRILLIC = (BRIDGE, WOOL, FROST, TALK, MUSEUM, CUP, LAW, OPINION)
LATIN = (SCHOOL.inside("acute"), PHONE.inside("umlaut"))
ARABIC = (HERD.inside("arabic"), TOMB.inside("arabic"))
MODELS = (*CYRILLIC, *LATIN, *ARABIC)


def _text(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


@cache
def seed() -> Model | None:
    """Return the seed page's words as a model, where the shared folder stands beside the repository."""
    if not SEED.exists():
        return None
    page = html.fromstring(SEED.read_text(encoding="utf-8"))
    paragraphs = [_text(node) for node in page.find_class("article__content")[0].findall("p")]
    return Model(
        key="seed", title=_text(page.find_class("article__title")[0]), lead=paragraphs[0], blocks=tuple(map(p, paragraphs[1:-1])),
        section=_text(page.find_class("speciality")[0]), published=local(2018, 4, 21, 12, 10), fetched=local(2018, 4, 24, 19, 46), views=64,
        rates=(("USD", "468.56"), ("EUR", "497.56"), ("RUB", "7.3"), ("CNY", "67.18")), cash=(("USD", "467", "470"), ("EUR", "495", "499"), ("RUB", "7.2", "7.4")),
        city="Алматы", city_key="almaty", degrees="35", image="industrial.jpeg",
    )  # fmt: skip
