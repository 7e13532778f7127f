"""How warm and how cold it can be in each city of kznews.kazakh.cities, month by month.

The monthly means (whole degrees Celsius, January to December) were written down from general knowledge of the stations and have
not been compared with Kazhydromet's normals or the building code SP RK 2.04-01-2017 "Building climatology", where they can be
looked up. Towns without a station of their own have the one that is nearest in place and height, with a difference in degrees.
A degree or two does not matter: the margins around the means are those of the records. Astana's are sourced: -51.6 in January
1893 and +41.6 in July 1936, in Decembers -43.5 (1929) and +5.2 (2021), as Kazhydromet states them (baq.kz, 18 February 2026).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_STATIONS = """
almaty -5 -2 5 12 17 22 25 24 18 11 3 -3
astana -14 -14 -6 5 14 19 21 19 12 5 -5 -12
shymkent -1 1 8 14 20 25 27 26 20 13 6 1
aqtobe -12 -12 -5 7 16 21 23 21 14 6 -3 -10
aqtau 0 0 4 11 18 23 26 26 20 13 6 2
atyrau -6 -6 1 11 19 24 27 25 18 10 1 -5
oral -11 -11 -4 8 16 21 23 21 15 7 -2 -9
kokshetau -14 -14 -7 5 13 19 20 18 12 4 -6 -12
petropavl -16 -15 -7 5 13 19 20 17 11 4 -7 -13
qostanay -15 -14 -7 6 14 20 21 19 13 5 -5 -12
pavlodar -16 -15 -7 6 14 20 22 19 13 5 -6 -13
semey -14 -13 -5 7 15 21 22 20 14 6 -4 -11
oskemen -15 -13 -6 7 14 20 21 19 13 6 -4 -11
qaraghandy -13 -13 -6 5 13 19 20 18 12 4 -5 -11
jezqazghan -13 -12 -3 9 17 23 25 23 15 7 -3 -10
taldyqorghan -9 -7 2 11 17 22 24 22 16 9 0 -6
qonaev -6 -3 5 13 19 24 26 25 19 11 3 -3
taraz -3 -1 6 12 18 23 25 23 17 10 4 -1
turkistan -2 1 8 16 22 27 29 27 20 12 5 0
qyzylorda -7 -5 4 14 21 26 28 26 18 10 2 -5
balqash -13 -12 -4 8 16 22 24 22 16 7 -2 -9
aral -11 -10 -1 12 20 26 28 26 18 9 0 -7
zaysan -17 -14 -5 8 15 20 22 21 14 7 -4 -13
ridder -12 -11 -5 4 11 16 17 15 10 4 -5 -10
altay -19 -17 -8 5 12 18 19 17 11 4 -7 -15
ayagoz -15 -13 -6 7 14 20 21 19 13 6 -4 -12
arqalyq -15 -15 -8 6 14 20 22 20 13 5 -5 -12
shalqar -13 -13 -5 9 18 23 25 23 16 7 -2 -10
zharkent -7 -3 6 14 19 23 25 24 18 11 2 -5
usharal -13 -11 -1 10 17 22 24 22 16 8 -1 -9
urimji -13 -9 0 11 18 23 25 23 17 9 -1 -9
beyneu -7 -6 2 12 20 26 28 26 19 11 2 -4
"""
_LIKE = """
almaty: esik 0, talghar -1, qaskeleng 0, alatau 0, uzynaghash 0, otegen-batyr 0, kegen -6, narynqol -7
qonaev: shu 0, shelek 0, baqanas -1, qorday -1
astana: kosshy 0, aqkol -1, atbasar -1, ereymentau -1, derzhavinsk 0, esil 0, makinsk -1, stepnogorsk 0
astana: astrakhanka 0, egindikol 0, qorghalzhyn 0, arshaly 0, shortandy 0
kokshetau: shchuchinsk 0, burabay 0, stepnyak -1, balkashino 0, zerendi 0, saumalkol 0
qaraghandy: temirtau 0, shakhtinsk 0, saran 0, abay 0, qarqaraly 0, aqsu-ayuly 0, botaqara 0, osakarov 0
qaraghandy: nura 0, egindibulaq 0
jezqazghan: satbaev 0, qarazhal -2, ulytau -2, atasu -2
balqash: priozersk 0
pavlodar: ekibastuz 0, aqsu 0, bayanauyl 0, zhelezinka 0, terengkol 0, uspenka 0, sharbaqty 0
semey: kurchatov 0, shemonaikha -1, borodulikha 0, besqaraghay 0, qalbatau 0, qarauyl -1
oskemen: serebryansk -1, glubokoe 0
qostanay: rudny 0, lisakovsk 0, zhitiqara -1, tobyl 0, auliekol 0, denisovka 0, borovskoy 0, qarasu 0
qostanay: qamysty 0, sarykol 0, uzynkol 0, qaramengdi 0
petropavl: bulaev 0, tayynsha 0, sergeev 0, mamlyut 0, beskol 0, kishkenekol 0, novoishim 0, presnovka 0
petropavl: smirnovo 0, talshyq 0, timiryazevo 0, yavlenka 0
aqtobe: khromtau 0, alga 0, qandyaghash 0, embi 0, temir 0, qobda 0, martok 0, badamsha 0, qarauylkeldi 1
aqtobe: oyyl 1, shubarqudyq 0
oral: aqsay 0, zhangala 1, zhanibek 1, kaztalov 1, qaratobe 0, peremetnoe 0, sayqyn 1, tasqala 0, chapaev 0
oral: zhympity 0, shynghyrlau 0
atyrau: qulsary 1, aqqystau 0, makhambet 0, inderbor 0, maqat 0, miyaly 0, qurmanghazy 0
aqtau: zhangaozen 1, fort-shevchenko -1, shetpe 0, quryq 0
taraz: qaratau 0, zhanatas -1, merki 0, qulan -1, moyynqum 0, sarykemer 0, saudakent 0
turkistan: kentau -1, arys 0, shardara 1, zhetisay 0, sholaqqorghan -1
shymkent: lenger -1, saryaghash 1, shayan 0, aqsukent 0, asyqata 1, myrzakent 1, atakent 1
qyzylorda: qazaly -1, bayqongyr -1, zhangaqorghan 1, zhalaghash 0, zhosaly -1, terengozek 0, shieli 0
qyzylorda: ayteke-bi -1
taldyqorghan: tekeli -2, ushtobe 0, sarqan 0, saryozek -1, balpyq-bi 0, qarabulaq 0, zhansugirov 0
altay: qatonqaraghay 0
zaysan: aqsuat 0, kokpekti 0, kurshim 1
usharal: urzhar 0, maqanshy 0, shaweshek 0
zharkent: shonzhy 0, ghulja 0
arqalyq: torghay 1
shalqar: yrghyz 0
"""
WARMER: Final = (23, 23, 25, 24, 23, 22, 22, 22, 24, 24, 24, 22)
"""Degrees above the month's mean that records reach: Almaty +18 in a January and +33 in an April, Astana +42 in a July."""
COLDER: Final = (38, 37, 36, 34, 26, 22, 19, 22, 24, 32, 37, 37)
"""Degrees below it: Astana -52 in a January, -28 in an April, +2 in a July; Almaty -34 in a November."""


def _means() -> dict[str, tuple[int, ...]]:
    rows = (line.split() for line in _STATIONS.strip().splitlines())
    found = {name: tuple(map(int, means)) for name, *means in rows}
    for line in _LIKE.strip().splitlines():
        station, _, towns = line.partition(": ")
        for town in towns.split(", "):
            name, difference = town.split()
            found[name] = tuple(mean + int(difference) for mean in found[station])
    return found


MEANS: Final = _means()
"""City key -> the mean of each month."""


def possible(city: str, month: int) -> tuple[Decimal, Decimal] | None:
    """Return the coldest and the warmest that a month (1 to 12) may be in a city, by its key; None for an unknown one."""
    means = MEANS.get(city)
    if means is None:
        return None
    mean = means[month - 1]
    return Decimal(mean - COLDER[month - 1]), Decimal(mean + WARMER[month - 1])
