"""Small words that a short text gives its language away by, each language's own selection, in lower case.

Chosen by hand from what any grammar lists (conjunctions, postpositions, pronouns, auxiliaries). A word that two languages
share stands in both lists and then says nothing. Kazakh is listed in Cyrillic; Latin and Arabic texts are compared by skeleton.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

KAZAKH = (
    "және мен пен бен ал бірақ немесе әлде себебі өйткені үшін туралы бойынша арқылы сияқты дейін кейін бұрын бері қарай "
    "бұл осы сол ол мұндай осындай сондай оның оған одан оны олар олардың біз біздің сіз өз өзі өзінің бір екі үш төрт бес "
    "бірінші барлық бәрі көп аз ғана тек тағы да де та те еді екен емес жоқ бар керек қажет мүмкін болады болды болған "
    "болып болса болсын болғанын деп деді дейді деген еткен етті етіп алды алдым алған келді келген берді берген отыр жатыр "
    "тұр жүр жылы жылғы жылдың жыл күні күн бүгін ертең кеше қазір биыл сағат адам ел елдің қазақстан қазақ республикасы "
    "облысы облысының қаласы қаласында ауданы ауданында президенті министрі министрлігі теңге млн халық мемлекет мемлекеттік "
    "жаңа ең өте қалай неге қандай кім не сондықтан сонымен қатар бірге кезінде туралы"
)

NEWS = (
    "жүз мың жұмыс жалпы астам әлеуметтік өткен жол ішінде арнайы қорытынды жаңалықтар қазіргі жуық келеді бастап қатысты "
    "болатын жаңағы жерде жатқан басшысы ұлттық жылда іске үлкен бүгінгі яғни алғашқы халықаралық тиіс сайлау байланысты "
    "рет жылға мамандар бүгінде ауыл қызмет кезде айтуынша халықтың жоғары жылдан қарсы жас жақсы ретінде соның барлығы "
    "елімізде көмек орталық басқа экономикалық өтті толық бірнеше келіп еңбек алады қаржы былтыр алдағы еліміздің уақытта "
    "жергілікті мектеп жеке айтты тұрғын балалар әлі береді медициналық негізгі қазақстанның жүзеге жағдай аясында түрлі "
    "қалды заң алайда оқу нан көлік екенін беру маңызды тиісті үкімет мысалы мыңнан қазақстандық шыққан қоғамдық дұрыс "
    "қолға жер болуы облысында қосымша ресей бастады мүмкіндік берілді содан белгілі жұмыстары жоба таңда тұрғындар жарым "
    "сату тіпті отырып дауыс дегенмен құрылыс уақыт нәтижесінде бағдарламасы нақты істеп ақша сөз келесі азық кеткен жастар "
    "қолдау даму отбасы қамтамасыз отандық ауыр арқасында сәйкес әрбір тікелей тұрақты өкілдері азамат кетті жолы түрде "
    "мәселен шағын шықты қылмыстық солтүстік ішкі өзге шара беріледі барысында кезекте бірдей қажетті шақырым көрсету "
    "қазақстанда көмегімен алдын ақпарат дайын кеңес адамның әлем шетелдік онда өңірде бөлінген қытай облыс мәселе әсіресе "
    "салдарынан жауапты орналасқан орын несие бөлек алу мұнай әзірге төмен қалалық ғылыми ерекше пайда көңіл сала осыған "
    "түркістан алматыда республикалық кәсіпкер айтады бүкіл қауіпсіздік жылдық міндетті жасаған жедел сақтау денсаулық "
    "шешім оқиға ашық туған өтеді күрделі жоспары шығыс дәрігер секілді шамамен жайында жауап өмір талап көптеген қазақтың "
    "адамдар елді дос шет мұғалім оқушы студент тәрбие мерекесі құрметті ашылды өткізді марапатталды жарияланды"
)
"""What Kazakh headlines are made of: frequent in news (KazNERD, CC BY 4.0), as skeletons in none of the neighbours' texts."""

OTHERS = {
    "Cyrl": {
        "ru": "и в на с по что не для из за от о об как это был была были его её она он они при года году также к у или но до",
        "ky": "жана менен үчүн боюнча деп бул бир эмес ошол анын ал алар жөнүндө эле кийин чейин жок бар көп жыл жерде жаткан "
        "экен турат айтты болгон болуп кызмат өз катары гана ар жылы дагы керек үч эки адам күнү жаңы кыргыз кеңеш",
        "kaa": "ҳәм менен ушын деп бул бир емес керек жыл кейин ҳаққында өзиниң көп көрди болды болған болып оның оған бойынша "
        "усы сол ол жерде ҳәр басқа барлық инсан адам биз олар үш еки қарақалпақстан быйыл берди бүгин биринши екинши "
        "үшинши жумыс исин мениң сениң бизиң сизиң еди екенин деди кетти келди айтты билдирди шыққан себепли районы районында "
        "хабар хабарлайды ҳәким ҳәкими пәрман пәрманы пәрманға нызам жойбар кәрхана өткерилди баслады басланды саўда суў",
        "tt": "һәм белән өчен дип бу бер ул түгел соң кадәр турында булган иде да дә буенча үз алар аның анда бар юк ел көн "
        "яңа бүген кеше икенче беренче өч дүрт биш",
        "ba": "һәм менән өсөн тип был бер ул түгел һуң тиклем тураһында булған ине ла лә буйынса үҙ улар уның бар юҡ йыл көн яңы "
        "кеше икенсе беренсе өс дүрт биш",
        "sah": "уонна диэн буолар буолла биир бу кини иһин эмиэ ол сыл курдук туһунан",
        "mn": "нь бол ба болон юм байна байсан гэж энэ тэр нэг их хүн он өдөр хэрэгтэй тухай",
        "uz": "ва билан учун деб бу бир эмас кейин ҳақида бўлган эди йил ҳам лекин эса ўз бўйича керак унинг улар ҳар инсон",
        "tg": "ва дар бо аз ки ба барои ин он аст буд ҳар инсон ё то",
        "uk": "і та в у на з що не для із за від про як це був була його вона він вони при року або але до й",
    },
    "Latn": {
        "uz": "va bilan uchun deb bu bir u biz siz men sen ular emas bunga bunda bundan unga undan shu mana keyin haqida "
        "edi yil ham lekin qilish esa etdi kerak uning ular kuni "
        "bo'lgan o'z bo'yicha har inson ekanini boshqa juda yana ta katta qildi aytdi yo'q uchta payshanba dedi "
        "yangi bugun shahar shahrida tuman hokim hokimi vazir vaziri kishi maktab narxi o'zbekiston qozog'iston rossiya",
        "tr": "ve ile için bu bir da de olarak daha gibi kadar sonra olan değil çok en o şu her ama diye etti yıl ne ki ila gün "
        "arası günü başka yaptı oldu var yok ancak dedi ona onun onu bana sana ben sen biz siz "
        "yeni bugün yarın kişi fiyat fiyatı fiyatları bakan bakanı başkanı belediye okul öğrenci türkiye kazakistan",
        "az": "və ilə üçün bu bir da də dedi ona onu mən sən biz olan sonra kimi qədər daha çox deyil ki etdi idi onun o "
        "hər bütün haqqında il ilə isə imtina yeni nazir naziri nəfər rayon rayonu şəhər şəhəri məktəb manat azərbaycan "
        "qazaxıstan",
        "tk": "we bilen üçin bu bir her hem däl soň ýaly bolan olaryň öz edip ýa ýyl hukugy adam adamlar bolmaga haklydyr",
        "ug": "we bilen üchün bu bir her hem bolghan qilish öz yaki kishi dep bolidu",
        "tt": "häm belän öçen bu ber ul dip tügel bulğan ide da dä soñ turında yäki bar yuq",
        "crh": "ve ile içün bu bir olğan edi degil ne em de da soñ aqqında ya ki",
        "kaa": "hám menen ushın bul bir emes keyin haqqında deb bolǵan boldı hár ol hákim párman pármanǵa nızam joybar "
        "joybarın suw jawın keldi búgin qaraqalpaqstan",
        "ku": "û ku de bi ji li di da ya yê yên ev ew bo re jî her wek",
        "en": "the of and to in is for that on with was are by at it he said has have from this as an be not hotel",
        "de": "der die das und in zu den von mit für auf ist im nicht ein eine des dem",
        "fr": "le la les de des et en un une du que qui dans pour pas sur au par est",
        "es": "el la los las de y en un una que del por con para es se no al",
    },
    "Arab": {
        "ug": "ۋە بىلەن ئۈچۈن بۇ بىر ھەر ھەم دەپ بولغان قىلىش ئۆز ياكى ئۇ كېيىن",
        "ar": "في من على إلى أن عن مع هذا هذه التي الذي كان و لا ما",
        "fa": "و در به از که این را با است برای آن یک خود تا",
        "ur": "کے کی کا میں ہے اور سے کو نے پر یہ کہ ہیں",
        "ckb": "و لە بە بۆ کە ئەم لەگەڵ ئەو هەر",
        "ky": "جانا مەنەن ۉچۉن دەپ بۇل بىر ەمەس",
    },
}

# Suffixes assimilate in Kazakh: after these consonants -lar is -dar or -tar, -liq -diq or -tiq. Elsewhere they mostly do not.
_STOPS: Final = "[зжмнңкқптсшцчвгғдфх]"
_CONSONANTS: Final = "[бвгғджзкқлмнңпрстфхцчшщ]"
_LATIN_STOPS: Final = "[cçdgğǵhjkqmnńñŋpstşzv]"
_ENDINGS: Final = {
    "Cyrl": (
        f"(?:{_STOPS}|б)л[ае]р|{_STOPS}л(?:ы[қғ]|и[кг])",  # республикалық, so no б in the second
        f"{_STOPS}л[ыиеаә]\\b",
        "[тқсшзмңнпк]л[ае](?:д[ыіи]|ған|ген|п\\b|мақ|мек)",  # бастады, not басла-
        r"(?<!до)лл[ае]р",
        # front vowels are written і in Kazakh endings: -ді, -тің, -сіне
        r"\w[дт]и\b|[дтн]иң\b|\w[зсмт]ине\b|\w[клрнсшд]ип\b|инши\b|(?<!әск)(?<!мәд)е(?:кс|[рлстнк])и\b",
        r"(?<!ор)[гк]ан\b",
        r"\bэ[рс-ъь-яһңүө]",
        # and so they are after ө and ү: Karakalpak has күни and төменги, Kazakh only loans such as дүние, Түркия, өсиет
        f"(?:ө(?!сиет)|(?<!д)ү){_CONSONANTS}{{1,3}}(?:е{_CONSONANTS}{{1,2}})?и(?![яе])",
    ),
    "Arab": (
        "[ۈېغ]",  # letters of Uyghur alone
        r"ىدىن\b",
        "[زجمنڭكقپتسشحگعدف]ل[اە]ر|[تسشقزمنپك]ل[اەى]دى",
    ),
    "Latn": (
        f"(?:{_LATIN_STOPS}|b)l[aeä]r|{_LATIN_STOPS}l[ıyiuü][qk]",
        "[kmnqsşptz]l[ae](?:d[ıiy]|p\\b|[gğǵ][ae]n)",
        r"(?<!do)ll[ae]r",
        # Kazakh words begin with j where others have y; я stands in a few loans only
        r"\by(?:[eiouöüıéä]|a(?!ğn|ghn|dr|nv|po|k[iu]|lt))",
        # no harmony between stem and ending
        r"[ei][bcçdgğhkqlmnpstşzvrfj]{1,2}(?:lar(?:ni|i)?|da|dan|ga|gan|magan|dagi)\b",
        # back vowel, front ending: Uzbek has lost the difference
        r"[ao][bcçdfghjklmnprsştvzqx]{0,2}(?:di|ni|ning|dir|gi|dagi|tagi)\b|[ao][bcçdfghjklmnprsştvzqx]{1,2}(?:lik|siz|ish)\b",
        r"digan\b|gani(?:ga|da|ni|dan)?\b|[^\W\d_]lari(?:ni|ning|ga|da|dan)?\b",
        r"[ıiuü]yor",
        r"g'[ie]",  # ғ stands with back vowels only
    ),
}
NOT_KAZAKH: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {script: re.compile("|".join(patterns)) for script, patterns in _ENDINGS.items()}
)
"""What hardly any Kazakh word holds and 25 to 80 in 1,000 words of its neighbours do, by script; for text in lower case."""

ACUTES: Final = re.compile("[áóúńǵ]")
NOT_KAZAKH_WITH_ACUTES: Final = re.compile(r"[dtl]ı\b|[dtn]ıń\b|lıq|ıw")
"""What hardly any Kazakh word holds where acutes are letters: ы is y there and ı is и, while Karakalpak writes ı for ы."""

KAZAKH_HABITS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        # y between consonants is the vowel ы, in Turkmen too; a plural with d or t that has an ending of its own
        "Latn": re.compile(
            r"[bdfghjklmnpqrstvzşçğǵñńŋ]y(?=[bdfghjklmnpqrstvzşçğǵñńŋ])|(?:[kqptsşh]t|[zjmnŋñńg]d)[ae]r(?:[iyı]|d[aeiyı]|g[ae]|gh[ae]|men)"
        )
    }
)
"""What Kazakh words hold and those of nearly all its neighbours do not, by script; for text in lower case."""
