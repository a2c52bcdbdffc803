"""Part words: what may stand beside the words of a name, folded: titles, particles, marks, legal forms."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never part of a name, when something else is left.
TITLES = _words("""
mr mrs ms miss mister sir dame lord lady dr doctor prof professor president premier minister chancellor senator
governor mayor king queen prince princess general gen colonel col lieutenant lt captain capt capitaine major maj
brigadier brig admiral marshal commander sergeant sgt corporal ambassador judge justice pope père rev reverend
father bishop archbishop cardinal patriarch rabbi herr frau monsieur madame mme mlle señor señora don dona général
colonel pr dipl ing mgr st chairman secretary excellency hon honourable honorable engineer eng др господин г-жа
президент генерал полковник министр доктор профессор пан пані دکتر الدكتور دكتور رئیس الرئيس الأمير امیر سردار سرتیپ
سرهنگ مهندس المهندس آقای السيد اللواء العميد العقيد הרב δρ κύριος der the and und
""")
# Part of the name to some and left out by others.
HONORIFICS = _words("""
seyyed seyed sayyed sayyid sayed syed saiyid said seyid sidi haji hajji hadji haj hajj hajj hadj sheikh shaikh sheik
shaykh cheikh shekh mullah mulla molla maulavi mawlawi maulana mawlana molavi moulavi maulvi qari hafiz ayatollah
ayatullah hojatoleslam hojjatoleslam hodjatoleslam imam mufti malik agha aqa ustad ustaz mirza khan begum bibi shri
sri smt pandit swami u daw ko khun datuk dato tan tun tengku mulavi alhaj alhaji elhadj سید سيد سیّد حاج حاجی حاجي
الحاج شيخ شیخ الشيخ ملا مولوی مولوي آیت\u200cالله آیتالله خان آغا
""")
# Between given and family name; whose son one is, is said by the words of OF.
PARTICLES = _words("""
de del della dello di da das do dos du des la le los las lo y e i van von der den ter ten te zu zur zum af av of
oglu ogly oghlu oğlu ogli qizi kyzy kizi gizi gyzy uly uulu o d l san sant santa dei degli delle ap ferch mac оглы
оглу кызы қызы ұлы угли де ван фон да дель дер ал аль эль
""")
OF = _words("""
bin ben ibn bint bent binti bte son ibni ould oulad wuld weld بن ابن بنت ولد бин бен ибн בן בת
""")
MARKS = {
    **dict.fromkeys(_words("jr jnr junior jun fils filho hijo younger младший мл молодший"), "jr"),
    **dict.fromkeys(_words("sr snr senior elder старший ст"), "sr"),
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    # XI is a Chinese surname, too.
    "xii": "12",
    "xiii": "13",
    "xiv": "14",
    "xv": "15",
    "xvi": "16",
    "neto": "neto",
    "sobrinho": "sobrinho",
}
_LIMITED = _words("""
ltd limited llc ooo ооо gmbh srl spzoo sarl bv тов too тоо doo kft lda ltda pte pty sro limitée общество ограниченной
ответственностью с
""")
_STOCK = _words("""
inc incorporated corp corporation co company plc ag aktiengesellschaft sa spa nv oao оао pao пао zao зао ао ao jsc pjsc
ojsc cjsc ojsco joint stock open closed public private kk kg kgaa se ab as oy oyj asa sas nyrt компания акционерное
открытое публичное закрытое пат at ат lp llp liability
""")
# How a company is owned counts little; that it is a limited one, or one with shares, a little more.
LEGAL = {**dict.fromkeys(_STOCK, "stock"), **dict.fromkeys(_LIMITED, "limited")}
