"""Alphabets: the letters beyond ASCII that a language is written with, and its commonest words.

Both say what damage looks like: a letter that the language of the words around it does
not have. An alphabet holds what ordinary texts of a language need, not every letter of
every loan word; letters are small ones, and so are words, as `fold` leaves them.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Alphabet(NamedTuple):
    """What a language is known by; `letters` are small and capital ones."""

    letters: frozenset[str]
    words: frozenset[str]


@cache
def alphabets() -> dict[str, Alphabet]:
    """Return the alphabets by language, in a fixed order."""
    return {
        language: Alphabet(frozenset(letters) | _capitals(letters), frozenset(words.split()))
        for language, (letters, words) in _ALPHABETS.items()
    }


@cache
def languages_by_word() -> dict[str, tuple[str, ...]]:
    """Return the languages in which a word is among the commonest."""
    languages: dict[str, tuple[str, ...]] = {}
    for language, alphabet in alphabets().items():
        for word in alphabet.words:
            languages[word] = (*languages.get(word, ()), language)
    return languages


def _capitals(letters: str) -> frozenset[str]:
    capitals = {letter.upper() for letter in letters} | ({"İ"} if "ı" in letters else set())
    return frozenset(capital for capital in capitals if len(capital) == 1 and capital > "\x7f")


_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
_SOUTH = "абвгдежзиклмнопрстуфхцчш"
_VIETNAMESE = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"  # fmt: skip
_ALPHABETS = {
    "tr": ("çğıöşüâîû", "ve bir bu da de için ile çok olarak daha gibi olan sonra kadar ne var en o ama göre ise"),
    "az": ("çəğıöşü", "və bir bu da də ilə üçün olan isə kimi çox ki ən sonra o edir olub bildirib"),
    "ku": ("çêîşû", "û li di ku de ji bi jî ew bo ya ên wê vê her"),
    "tk": ("çäňöşüýž", "we bu bir bilen hem üçin şol da ol boýunça"),
    "hu": ("áéíóöőúüű", "a az és hogy nem is egy volt van meg már csak de ez azt ha mint el vagy még ki lesz sem"),
    "ro": ("ăâîșțşţ", "și în de la cu pe care din un o nu că a mai pentru este sunt au prin sau fost fi al ale cel"),
    "pl": ("ąćęłńóśźż", "i w na z się nie do to że jest o jak po od za a przez ale dla co są tym oraz był"),
    "cs": ("áčďéěíňóřšťúůýž", "a v na je se že z s o do to i ve k za by jako pro od po si ale jsou tak podle jen"),
    "sk": ("áäčďéíĺľňóôŕšťúýž", "a v na je sa že z s o do to aj vo k za by ako pre od po si ale sú tak podľa len"),
    "sl": ("čšžćđ", "in je v na da se za so ki z pa s tudi bi ne ali po kot od še bo ni iz pri sta"),
    "hr": ("čćđšž", "i u je na se da za su od s koji a će kao što ne iz o bio ili do sa nije koja bi"),
    "hsb": ("ćčěłńóřšśžź", "a w so je na z wo do za su jako při hdyž"),
    "lt": ("ąčęėįšųūž", "ir į kad iš su yra tai o kaip bet už jis nuo buvo apie dėl po ne jau ar per tik"),
    "lv": ("āčēģīķļņšūž", "un ir ka uz ar no par to kas bet arī lai pie tas kā ko vai pēc gan nav bija kad"),
    "et": ("äöüõšž", "ja on ei et ka see oma kui aga mis või ta seda siis oli kes välja nii ning ole pole"),
    "fi": ("äöåšž", "ja on ei että se oli hän mutta kun ovat myös niin joka mukaan sen jo kuin ole tai en voi"),
    "sv": ("åäöéàüè", "och i att det som en på är av för med den till inte har om ett var de sig från kan så men"),
    "da": ("æøåéöäü", "og i at det er en til på af for med den ikke som de har et der var han om men kan sig"),
    "nb": ("æøåéòôóöä", "og i det er en til på av for med som ikke de har et at var den han om men kan seg fra"),
    "nn": ("æøåéòôóöä", "og i det er ein til på av for med som ikkje dei har eit at var den han om men kan frå"),
    "is": ("áéíóúýðþæö", "og að í á er sem um til við ekki en það var hann fyrir af því með hefur eru ég hafa"),
    "fo": ("áíóúýðæø", "og at í á er sum um til við ikki ein tað var hann fyri av teir hevur eru men"),
    # With the Greek letters of formulas.
    "en": (
        "éèêëïöüñçàâáíóôäåøæαβγδεηθκλμπρστφχψω",
        "the of and to in a is that for it was on with as he by at from his be",
    ),
    "de": ("äöüßé", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er"),
    "lb": ("äéëöüèêâ", "an de dat vun ass den déi fir net mat op en och sech hunn"),
    "nl": ("éëïèöüáóêçàíô", "de het een van en in is dat op te zijn met voor niet die er aan om ook als bij naar"),
    "fy": ("âêôûúéëöï", "de it in fan en is dat op te hy mei foar net dy der oan om ek"),
    "af": ("êëéèôöûïîáóúüí", "die en van in is het wat vir op nie om te dat sy met aan as hy was deur"),
    "fr": (
        "éèàùâêîôûçëïüœæÿ",
        "le la les de des et en un une du que est pour dans qui au sur pas par il ne plus ce a se son avec",
    ),
    "es": ("áéíóúñüºª", "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le"),
    "pt": ("áâãàçéêíóôõúüºª", "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao"),
    "gl": ("áéíóúñüïºª", "de a que e o do da en un para con non unha os no se na por máis as dos como mais foi ao"),
    "ca": ("àçéèíïóòúü·", "de la i que el en a els les un per amb una es no del al com més dels ha va són"),
    "oc": ("àáçéèíïóòúü", "de la e que lo en a los las un per amb una es del al coma mai dels son"),
    "it": ("àèéìòùîíóú", "di e il la che in un a per è del una non sono con si da le dei i della al ha come più lo"),
    "rm": ("àèéìòùöü", "da la il ed en che per ils las a è na cun dal sin"),
    "eu": ("ñç", "eta da ez du bat dira ere zen baina izan dute egin"),
    "sq": ("ëç", "të e në për me se një që nga i është dhe nuk ka do u si më kanë po"),
    "mt": ("ċġħżàèìòù", "li ta u il ma din minn għal fuq kien huwa dan jew"),
    "ga": ("áéíóú", "an na agus ar a i is go ag le do sé ní bhí tá mar don leis"),
    "gd": ("àèìòùé", "an na agus air a ann is gu le do tha bha nach aig"),
    "cy": ("âêîôûŵŷáéíóäëïöü", "y yr a i o yn ar ac am wedi ei mae oedd gan fod hyn"),
    "br": ("ñùûêüâ", "an ar ha da eo ur en gant evit ez war"),
    "eo": ("ĉĝĥĵŝŭ", "la kaj de en estas ne mi al por kiu estis ke li kun oni pri ĝi"),
    "vi": (_VIETNAMESE, "và của là có trong cho không được một người với các những đã này khi"),
    "se": ("áčđŋšŧž", "ja lea leat ahte mii go dat lei leai maid ii"),
    "mi": ("āēīōū", "te ki he o nga ngā ka i ko me e kua hoki"),
    "yo": ("ẹọṣàáèéìíòóùúńǹẸ", "ti ni awọn si ati ko fun o tí ní àwọn sí"),
    "ru": (_RUSSIAN, "и в не на что с по это как для из но его за от о был она они так к мы же или"),
    "uk": ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ", "і в не на що з та як до для про це за від є його але був він у або"),
    "be": ("абвгдеёжзійклмнопрстуўфхцчшыьэюяʼ", "і ў не на што з як да для пра гэта за ад яго але быў ён у або"),
    "bg": ("абвгдежзийклмнопрстуфхцчшщъьюя", "и на да за се от в не са е че по с като това но той които при а"),
    "mk": (_SOUTH + "ѓѕјљњќџѐѝ", "и на да за се од во не се е дека по со како тоа но кој што при а"),
    "sr": (_SOUTH + "ђјљњћџ", "и у је на да се за са од не који су као а што то из до није"),
    "kk": (_RUSSIAN + "әғқңөұүһі", "және бұл мен да де үшін деп бір болып бар осы"),
    "ky": (_RUSSIAN + "ңөү", "жана бул менен да үчүн деп бир болуп бар ал"),
    "mn": (_RUSSIAN + "өү", "нь юм энэ болон байна гэж бол ба хүн"),
    "tg": (_RUSSIAN + "ғӣқӯҳҷ", "ва дар аз ба ки ин бо барои аст он"),
    "el": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", "και το της η ο να του την που με για από είναι τα στο οι των"),
    "he": ("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "של את על לא כי הוא גם עם זה או היא כל אני"),
    "ar": ("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي", "في من على أن إلى عن التي مع هذا كان هذه الذي ما بعد لا"),
    "fa": ("ءآأؤئابتثجحخدذرزسشصضطظعغفقکلمنهوىيیپچژگك", "و در به از که این را با است برای آن یک خود تا بر"),
}
