"""Order: names that begin with the family name, and how sure that is.

East Asian names are told by a known surname in front and by the shape of the syllables
behind it; Western ones with such a surname behind ("Jackie Chan") are not touched. Where
both ends are surnames, the commoner one decides. Japanese, Hungarian and Russian names
are turned round only where a known given name stands second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cleantext.steps.names.parsing.known import GIVEN
from cleantext.steps.names.parsing.tables import listed


class Parts(NamedTuple):
    """Given, middle and family names, and the order the text had them in."""

    given: str
    middle: str
    family: str
    order: str


# Common enough to win over another surname in front: "Dang Nguyen", "Min Wang".
_COMMONEST = listed("li wang zhang liu chen yang zhao huang zhou wu lee kim park nguyen tran pham choi")
_CHINESE = listed(
    "ai an ba bai ban bao bi bian bo cai cao cen chai chan chang chao chau chen cheng cheong cheung chew chi chia "
    "chiang chien chik chin ching chiou chiu cho chong choo chou chow choy chu chua chuang chui chun chung cui dai "
    "deng di ding dong dou du duan fan fang fei feng foo fu fung gan gao ge geng goh gong gu guan gui guo ha hai "
    "han hao hau he heng hau ho hon hong hou hsiao hsieh hsu hu hua huang hui hung huo ip jen ji jia jian jiang "
    "jiao jin jing kam kan kang kao keung khoo ko kong koo ku kuan kung kuo kwan kwok kwong lai lam lan lau law "
    "lee lei leong leung li lian liang liao lien lim lin ling liu lo loh loo lou low lu luk lui luo ma mah mai man "
    "mao mei meng miao ming mo mok mu ng ngai ni nie ning niu oei ong ou ouyang pan pang peng pei pi pu qi qian "
    "qiao qin qiu qu quan que ren rong ruan seah shang shao she shek shen sheng shi shih shu shui shum sim sin siu "
    "so song soong su sui sun sung sze szeto tai tam tan tang tao tay teh teng teo tian tien ting to tong toh tsai "
    "tsang tse tseng tso tsui tu tung wan wang wei wen weng wong woo wu xi xia xiang xiao xie xin xing xiong xu "
    "xue yam yan yang yao yap ye yeh yen yeo yeoh yeung yi yim yin ying yip yiu yong you yu yuan yue yuen yun zang "
    "zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zhuge zhuo zong zou zuo situ shangguan sima"
)
_KOREAN = listed(
    "ahn an bae baek bahk bak ban bang byun cha chang cheon chin cho choe choi chon chong choo chu chun chung eom "
    "gang gil goh gong gu gwak gwon ha hahm ham han heo ho hong hur huh hwang hwangbo hyun im jang jeon jeong ji "
    "jin jo joo ju jun jung kam kang kim ko koh koo ku kwak kwon lee lim ma maeng min moon myung na nam namgoong "
    "noh oh ok pae paek pak park pyo pyon ri rhee rim ro roh ryang ryoo ryu seo seok seol shim shin sim sin so "
    "sohn son song suh sung thae tae u um woo yang yeo yeom yeon yi yim yoo yoon yu yun"
)
_VIETNAMESE = listed(
    "to nguyen tran pham hoang huynh phan vo vu dang bui do duong dinh truong trinh le ngo ly luong dao doan vuong "
    "thach"
)
# Chinese or Vietnamese: the syllables behind them tell.
_EITHER = listed("ho to ha cao chau mai lam ton kieu chu ta lu quach luu la phung khuat to tong thai bach tu")
_VIETNAMESE_SYLLABLES = listed(
    "an anh ba bac bang bao binh cam canh chau chi chien chinh chuong cong cuc cuong dac dai dan dang dao dat diem "
    "diep dieu dinh doan duan duc dung duy duong gia giang giap hai han hanh hao hien hiep hieu hoa hoai hoan "
    "hoang hong hue hung huong huu huy huyen khac khai khang khanh khiem khoa khoi khue kiem kien kiet kim ky lam "
    "lan lanh le lien linh loan loc loi long luan luc luong ly mai manh minh my nam nga ngan nghi nghia ngoc "
    "nguyen nguyet nha nhan nhat nhi nho nhu nhung ninh nu oanh phat phi phong phu phuc phung phuong quan quang "
    "que quoc quy quyen quynh sang si son suu ta tai tam tan thach thai than thang thanh thao the thi thieu thinh "
    "tho thoa thong thu thuan thuc thuong thuy tien tin tinh toan ton tra trang tri trieu trinh trong truc trung "
    "truong tu tuan tue tung tuyen tuyet uyen van vi vien viet vinh vo vu vuong xuan y yen thanh linh hai tram"
)
# Single syllables of Korean given names, as the press writes them.
_KOREAN_SYLLABLES = listed(
    "ah ae an bae bak beom beum bin bo bok bom bong bum byeong byong byung chae chan chang cheol cheon cho chol "
    "chong choon chul chun chung dae deok do dong doo duck eok eon eun eung gap geon geun gi gil gon goo gook gu "
    "guk gun gwan gwang gyeong gyu ha hae hak han hee heon heui heung ho hoe hong hoon hui hun hwa hwan hwang hwi "
    "hye hyeok hyeon hyo hyok hyon hyong hyuk hyun hyung ik il im in jae jang je jeong ji jin jo jong joo joon ju "
    "jun jung ka kang kap keun ki kil kon koo kook ku kuk kun kwan kwang kwi kwon kyong kyoo kyu kyun kyung mi min "
    "mok moo moon mu mun myeong myong myung na nae nam nyeo ok pae pil pyo pyong ra rae ran ri rim rin rok ryeol "
    "ryeong ryong ryul sam sang se seo seob seok seol seon seong seop seung shik shim shin sik sim sin so soo sook "
    "soon su suk sun sung sup tae taek tak ui uk un ung woo wook woon won woong wu yang ye yeo yeol yeon yeong yo "
    "yol yon yong yoo yoon young yu yul yun yup"
)
_KOREAN_PAIR = re.compile("(?:{0})(?:{0})".format("|".join(sorted(_KOREAN_SYLLABLES, key=len, reverse=True))))
# Surnames that are given names in English: a hyphen or a Korean pair must follow.
_DOUBTFUL = listed(
    "lou jo lee kim an ha han ho dan ban so song man law may wan rim u ok la ta do ko gil tay son jung moon "
    "oh so to low"
)
_PINYIN = re.compile(
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|uai|iao|ian|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|a|o|e|i|u)'?){1,2}"
)
# One syllable of Wade-Giles, Cantonese, Hokkien or Korean: no clusters at its start, one group of vowels.
_SYLLABLE = re.compile(
    "(?:tsz|ts|tz|hs|sz|kw|gw|ng|hw|zh|ch|sh|kh|[bcdfghjklmnpqrstwxyz])?'?h?[aeiouy]{1,4}(?:ng|ck|hn|[hklmnprtwy])?"
)
_HYPHENATED = re.compile("[^\\W\\d_]{1,7}['’]?-[^\\W\\d_]{1,7}")
_KHMER = re.compile(
    "(?:hun|khieu|heng|norodom|sisowath|kem|nuon|ieng|lon|sar|tea|prak|chea|mam|cheam|penh|sok|mu|rong) [a-z]+|pol pot"
)
_BURMESE = listed(
    "aung san suu kyi min hlaing thein sein win myint htin kyaw ne than shwe zaw tun naing maung khin nyunt htun "
    "soe thura myo nu thant hla phyo zeya thiha htet htay moe mya nyo oo swe tin wai yan zin zon lin htut ohn "
    "sanda kyin wunna pe mon myat nay thaw zayar lwin phone tay za mar mie kyu pyae sone ba daw"
)
_JAPANESE = listed(
    "abe akiyama amano ando aoki aoyama arai araki aso azuma chiba doi endo eto fujii fujimori fujimoto fujita "
    "fujiwara fukuda fukui furukawa goto hara harada hasegawa hashimoto hata hatoyama hattori hayashi hirano "
    "hirata higuchi hosokawa hosoda honda hori ichikawa iida ikeda imai imamura inoue ishiba ishida ishihara ishii "
    "ishikawa ishiguro ito iwasaki iwata iwaya izumi kaifu kamiya kanda kaneko kan kato katayama kawabata "
    "kawaguchi kawakami kawamura kawasaki kihara kikuchi kimura kishi kishida kitamura kobayashi koga koike "
    "koizumi kojima komura kondo kono koyama kubo kubota kudo kuroda kurosawa maeda maehara maruyama matsuda "
    "matsui matsumoto matsumura matsuno matsuoka matsushita matsuyama miki mishima mitsui miura miyamoto miyazaki "
    "miyazawa mizuno mochizuki mori morimoto morita moriyama motegi murakami muramoto murata murayama nagai "
    "nagasawa nakagawa nakajima nakamura nakano nakasone nakata nakatani nakayama nikai nishida nishikawa "
    "nishimura noda noguchi nomura obuchi oda oe ogawa oguchi ogata ohira ohno ohtani oikawa okabe okada okamoto "
    "okazaki oki okuda onishi ono onodera osumi ota otani otsuka oyama ozaki ozawa saito sakaguchi sakai sakamoto "
    "sakurai sano sasaki sato seko shibata shiga shimada shimizu shimomura shinohara sonoda suga sugawara sugimoto "
    "sugiyama suzuki tachibana takada takagi takahashi takai takaichi takano takayama takeda takemura takeshita "
    "takeuchi tamaki tamura tanaka tani taniguchi tanigaki tezuka toda tojo tokugawa toyoda toyotomi tsuchiya "
    "tsuda tsuji uchida ueda uehara ueno uno wada watanabe yamada yamagata yamaguchi yamamoto yamamura yamanaka "
    "yamasaki yamashita yamazaki yasuda yokoyama yoshida yoshikawa yoshimura yukawa natsume akutagawa tanizaki "
    "hamada hagiuda edano renho tamaki"
)
_JAPANESE_GIVEN = listed(
    "ai aiko akari akihiko akihiro akihito akiko akio akira akito asuka atsushi aya ayaka ayako ayumi banri chie "
    "chieko chiharu chika chikako daichi daisuke eiichi eiji eiko eisaku emi emiko eriko fumiko fumio fumihito gen "
    "genichi goro hajime hana hanako haruka haruki haruko haruto hayao hayato hideaki hideki hideko hideo "
    "hideyoshi hidetoshi hikaru hiroaki hirobumi hirofumi hirohito hiroki hiroko hiromi hiroshi hiroto hiroyuki "
    "hisako hisashi hitoshi ichiro ieyasu isamu isao isoroku itaru jiro jun junichi junichiro junko junya kakuei "
    "kaito kana kaori kaoru katsuhiro katsuya katsuyuki kazuhiko kazuhiro kazuki kazuko kazuo kazuya kazuyuki "
    "keigo keiichi keiji keiko keita keizo kei ken kenichi kenji kenta kento kentaro kenzaburo kenzo kiichi kikuko "
    "kiyoshi kohei koichi koji kosuke kozo kumiko kyoko machiko madoka mai makiko makoto mamoru manabu mami mari "
    "mariko masaaki masahiko masahiro masaki masako masakazu masami masao masaru masashi masato masayoshi masayuki "
    "mayu mayumi megumi michiko midori miho miki mikio minoru misaki mitsuko mitsuo mitsuru miyu mizuki momoko "
    "motoko naoki naoko naomi naoto naruhito natsuki natsuko natsuo nobuko nobunaga nobuo nobusuke nobuyuki noboru "
    "nori noriko norio osamu reiko rie rika ryo ryoichi ryoko ryosuke ryota ryotaro ryu ryuichi ryuichiro "
    "ryunosuke ryutaro sachiko sadako sakura sanae satoko satoru satoshi satsuki sayaka sayuri seiichi seiji seiko "
    "shigeki shigeko shigeo shigeru shin shinichi shinichiro shinji shinjiro shintaro shinya shinzo shiori shizuka "
    "sho shogo shohei shoichi shoji shota shozo shun shunichi shunsuke sosuke susumu tadao tadashi taichi taiki "
    "takako takao takashi takeo takeru takeshi takuma takumi takuya tamami taro taku tatsuo tatsuya tetsuo tetsuro "
    "tetsuya tohru tomiichi tomoko tomomi tomohiro tomoyuki toru toshiaki toshihiko toshiki toshiko toshimitsu "
    "toshio toshiro toshiyuki tsutomu tsuyoshi wataru yasuhiro yasuko yasunari yasuo yasushi yayoi yoichi yoko "
    "yoshie yoshihide yoshihiko yoshihiro yoshiki yoshiko yoshimasa yoshimi yoshinobu yoshio yoshiro yosuke yota "
    "yu yui yuichi yuichiro yuji yuka yukari yuki yukiko yukio yuko yumi yumiko yuri yuriko yusuke yuta yutaka "
    "yuto yuzuru"
)
_HUNGARIAN_GIVEN = listed(
    "adam agnes akos aladar albert andor andras anett antal aniko arpad attila balazs balint bela bence bertalan "
    "csaba csilla daniel denes dezso domokos edit elemer endre erika erno erzsebet eszter eva ferenc ferencz fulop "
    "gabor gabriella gaspar geza gergely gergo gusztav gyorgy gyula ibolya ildiko ilona imre istvan ivan janos "
    "jeno jozsef judit julia kalman karoly kata katalin kinga klara kornel kristof krisztina lajos laszlo levente "
    "lorinc magda marta marton mate matyas mihaly miklos mor monika nora odon orsolya otto pal peter reka rezso "
    "robert roland sandor sara szabolcs szilard szilvia tamas tibor timea tivadar tunde vilmos viktor viktoria "
    "vince zita zoltan zsigmond zsofia zsolt zsuzsa zsuzsanna"
)
_HUNGARIAN = listed(
    "antall arany babits bajnai balassi balogh balint bartok biro boross csurka deak dobrev donath erdos esterhazy "
    "farkas gal gulyas gyurcsany hajdu hegedus horn horthy horvath hunyadi jakab jokai juhasz kadar karacsony "
    "karolyi kertesz kiss kocsis kodaly kosa kovacs kossuth krasznahorkai lakatos lazar liszt magyar marai "
    "medgyessy meszaros molnar moricz nagy nemeth neumann novak olah orban pal papp petofi pinter polgar "
    "puskas rakoczi rakosi rogan schmitt semjen simon simicska solyom sulyok sipos szabo szalai szalasi szechenyi "
    "szekeres szijjarto szilagyi szollosi szucs takacs teleki torok toth vajna varga vas voros vona wesselenyi "
    "zrinyi szell szell bethlen ady jozsef demszky madl ader"
)
_ONLY_GIVEN = GIVEN - _CHINESE - _KOREAN - _JAPANESE
_KOREAN_ALONE = _KOREAN_SYLLABLES - _COMMONEST
_PATRONYMIC = re.compile(
    ".*(?:[oe]vich|[oe]vych|[oe]vitch|[oe]vitsj|[oe]witsch|[oe]vna|inichna|ivna|ilyich|ilich|kuzmich|lukich|fomich|"
    "[оеё]вич|йович|ьович|[оеё]вна|ична|[ії]вна|[ае]віч|[ае]ўна|ильич|кузьмич|лукич|фомич)"
)
_SLAVIC_SURNAME = re.compile(
    ".*(?:ov|ev|yov|ova|eva|in|ina|sky|skiy|skii|skaya|enko|chuk|yuk|ов|ев|ёв|ова|ева|ин|ина|ский|ская|енко|чук)"
)
_AFTER_PATRONYMIC = listed("oglu ogly oğlu qizi kyzy gizi uly uulu")


def ordered(words: Sequence[str], keys: Sequence[str]) -> Parts | None:
    """Split a name whose family name stands first, or that has a patronymic; None if it does not.

    `keys` are the words in lower case without accents, two to seven of them.
    """
    if "-" in keys[0] or "." in words[0] or keys[0] in _ONLY_GIVEN:
        return _patronymic(words, keys)
    return _patronymic(words, keys) or _asian(words, keys) or _hungarian(words, keys) or _burmese(words, keys)


def is_asian_surname(key: str) -> bool:
    """Tell whether a word is a surname of China, Korea or Vietnam."""
    return key in _CHINESE or key in _KOREAN or key in _VIETNAMESE or key in _EITHER


def is_vietnamese(keys: Sequence[str]) -> bool:
    """Tell whether family name and the syllables behind it are Vietnamese."""
    if keys[0] in _VIETNAMESE:
        return all(key in _VIETNAMESE_SYLLABLES for key in keys[1:])
    return keys[0] in _EITHER and len(keys) > 2 and all(key in _VIETNAMESE_SYLLABLES for key in keys[1:])


def are_syllables(keys: Sequence[str]) -> bool:
    """Tell whether the words are syllables of one given name: "Jong Un"."""
    return all(
        len(key) > 1 and _SYLLABLE.fullmatch(key) and (key not in GIVEN or key in _KOREAN_SYLLABLES) for key in keys
    )


def _asian(words: Sequence[str], keys: Sequence[str]) -> Parts | None:
    rest = " ".join(words[1:])
    if len(keys) == 2 and _KHMER.fullmatch(" ".join(keys)):
        return Parts(rest, "", words[0], "eastern")
    if keys[0] in _JAPANESE and len(keys) == 2:
        turned = keys[1] in _JAPANESE_GIVEN and not (keys[1] in _JAPANESE and keys[0] in _JAPANESE_GIVEN)
        return Parts(rest, "", words[0], "eastern") if turned else _continental(words, keys)
    if is_vietnamese(keys) and not (keys[-1] in _COMMONEST and keys[0] not in _COMMONEST):
        return Parts(words[-1], " ".join(words[1:-1]), words[0], "eastern")
    return _continental(words, keys)


def _continental(words: Sequence[str], keys: Sequence[str]) -> Parts | None:
    """Split a Chinese or Korean name."""
    chinese, korean = keys[0] in _CHINESE, keys[0] in _KOREAN
    if not chinese and not korean:
        return None
    is_one = len(keys) == 2
    if is_one:
        found = _is_one_word(keys[0], keys[1], words[1])
    else:
        found = len(keys) <= 4 and are_syllables(keys[1:]) and not (keys[-1] in _COMMONEST and "-" in words[1])
    return Parts(" ".join(words[1:]), "", words[0], "eastern") if found else None


def _is_one_word(surname: str, given: str, word: str) -> bool:
    if _HYPHENATED.fullmatch(given):
        # "Myung-bak" and "En-lai", but "Anne-Marie".
        return not any(part in GIVEN and part not in _KOREAN_SYLLABLES for part in given.split("-"))
    if given in GIVEN and given not in _KOREAN_SYLLABLES:
        return False
    if surname in _KOREAN and _KOREAN_PAIR.fullmatch(given):
        return True
    if surname in _KOREAN and given in _KOREAN_ALONE:
        # Between an English given name and an Asian surname nothing tells: "Kim Chan".
        return surname not in _DOUBTFUL or not (is_asian_surname(given) or given == "young")
    if (
        surname in _DOUBTFUL
        or surname not in _CHINESE
        or (given in _COMMONEST - {surname} and surname not in _COMMONEST)
    ):
        return False
    return _PINYIN.fullmatch(given) is not None


def _burmese(words: Sequence[str], keys: Sequence[str]) -> Parts | None:
    if len(keys) > 1 and all(key in _BURMESE for key in keys):
        return Parts(" ".join(words), "", "", "eastern")
    return None


def _hungarian(words: Sequence[str], keys: Sequence[str]) -> Parts | None:
    known = keys[0] in _HUNGARIAN and (keys[0] not in GIVEN or keys[0] == "simon")
    if (
        len(keys) <= 3
        and known
        and keys[1] in _HUNGARIAN_GIVEN
        and (keys[-1] in _HUNGARIAN_GIVEN or keys[-1] not in _HUNGARIAN)
    ):
        return Parts(words[1], " ".join(words[2:]), words[0], "eastern")
    return None


def _patronymic(words: Sequence[str], keys: Sequence[str]) -> Parts | None:
    count = len(words)
    if count == 2:
        is_turned = keys[1] in GIVEN and keys[0] not in GIVEN and _SLAVIC_SURNAME.fullmatch(keys[0])
        if is_turned and not _SLAVIC_SURNAME.fullmatch(keys[1]):
            return Parts(words[1], "", words[0], "inverted")
        return None
    if count == 4 and keys[2] in _AFTER_PATRONYMIC:
        return Parts(words[0], " ".join(words[1:3]), words[3], "western")
    if count == 4 and keys[3] in _AFTER_PATRONYMIC:
        return Parts(words[1], " ".join(words[2:]), words[0], "inverted")
    if count != 3:
        return None
    if _PATRONYMIC.fullmatch(keys[1]):
        return Parts(words[0], words[1], words[2], "western")
    if _PATRONYMIC.fullmatch(keys[2]) and keys[0] not in GIVEN:
        return Parts(words[1], words[2], words[0], "inverted")
    return None
