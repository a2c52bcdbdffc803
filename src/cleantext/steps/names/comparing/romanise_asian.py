"""Asian syllables: Chinese and Korean names, cut into syllables that sound alike however they were romanised.

Xi Jinping, Hsi Chin-p'ing and 习近平 become the same three syllables. Only ideographs that
are common in names are read, and as Chinese: a Japanese reading cannot be told from the letters.
"""

from __future__ import annotations

import re
from functools import cache

from cleantext.steps.names.comparing.romanise import romanise


def syllables(word: str) -> list[str]:
    """Return the syllables of a word of ideographs or hangul, in Latin letters.

    An ideograph that is not known stands for itself, as a number, and is equal to itself only.
    """
    readings = _readings()
    found = []
    for letter in word:
        reading = readings.get(letter) or _korean(romanise(letter))
        found.append(_PRESS.get(reading, reading) or f"{ord(letter):x}")
    return found


def _korean(reading: str) -> str:
    """Return a hangul syllable as the press would have it: stops end it hard, and a g begins it as k."""
    return _LAST_STOP.sub(_harden, reading) if len(reading) > 1 else reading


def _harden(found: re.Match[str]) -> str:
    return _HARD[found[0]]


def chinese(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the words of a Chinese name as syllables, those of any other name as they are.

    A name is Chinese if it has a Chinese surname and one or two more syllables that Chinese has.
    """
    if len(words) > _MOST_WORDS or (words[0][0] not in _SURNAMES and words[-1][0] not in _SURNAMES):
        return words
    cut = [_CUT.fullmatch(word) for word, _ in words]
    parts = [part for found in cut if found is not None for part in found.groups() if part]
    if None in cut or not 1 < len(parts) < _MOST_WORDS:
        return words
    return [(_same_sound(part), False) for part in parts]


def _same_sound(syllable: str) -> str:
    """Return a syllable with the letters that two systems use for one sound made one."""
    for letters, pattern in _SYSTEMS:
        syllable = pattern.sub(letters, syllable)
    return syllable


@cache
def _readings() -> dict[str, str]:
    cells = _IDEOGRAPHS.split()
    return {letter: syllable for syllable, letters in zip(cells[::2], cells[1::2], strict=True) for letter in letters}


_LAST_STOP = re.compile("(?<!n)g$|[db]$|^g(?=[aeiouy])")
_HARD = {"g": "k", "d": "t", "b": "p"}
_MOST_WORDS = 4
# Korean surnames and bare vowels as the press writes them; one letter alone would be an initial.
_PRESS = {"gim": "kim", "i": "yi", "bak": "park", "o": "oh", "u": "woo", "a": "ah", "e": "eh", "no": "roh", "yu": "yoo"}
_SURNAME_LIST = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng
han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen fu zhong cui tan
liao fan jin shi jia xia fang zou xiong bai meng qin qiu hou lei long shao mao hao gu wan qian dai yan mo kong xiang
chang hsu hsieh tsao tseng hsiao tung tsai chiang yeh teng kuo kao tien chu chou chao chin liang hung hsiung peng
kung hsi hsia chien chiu tsui ting hua bo nie qi rong tao weng xi yin zhuang zuo wen ou
"""
_SURNAMES = frozenset(_SURNAME_LIST.split())
_SYLLABLE = (
    "(?:zh|ch|sh|ts|tz|hs|[bpmfdtnlgkhjqxrzcsyw])"
    "(?:i?ang|i?ong|uang|eng|ing|ung|iao|ian|ien|uai|uan|ieh|ueh|ai|ei|ao|ou|an|en|in|un|ie|iu|uo|ui|ue|ih|[aeiou])"
    "|(?<=[jqxl])ia|ai|an|ang|ao|en|er|ou|e"
)
_CUT = re.compile(f"({_SYLLABLE})({_SYLLABLE})?")
# Pinyin and Wade-Giles meet half-way: x = hs, q = ch', c = ts', ong = ung.
_SYSTEMS = (
    ("sh", re.compile("^(?:x|hs)")),
    ("ch", re.compile("^q")),
    ("ts", re.compile("^c(?!h)")),
    ("z", re.compile("^t[sz](?=e)")),
    ("ong", re.compile("ung$")),
    ("e", re.compile("(?<=[iu])eh$")),
    ("ian", re.compile("ien$")),
    ("i", re.compile("ih$")),
)
# "wang 王汪旺": what is read as wang, in old and in new letters.
_IDEOGRAPHS = """
ji 季纪紀吉继繼基计冀姬  jing 经  cheng 城  wei 为  jia 甲  ping 苹  xiang 想
wang 王汪旺  li 李丽麗力立利黎理莉礼禮黎  zhang 张張章彰  liu 刘劉柳  chen 陈陳晨辰  yang 杨楊阳陽洋扬
huang 黄黃煌  zhao 赵趙兆昭  wu 吴吳武伍  zhou 周洲舟  xu 徐许許旭  sun 孙孫  ma 马馬  zhu 朱珠竹祝  hu 胡虎
guo 郭国國  he 何贺賀和河荷  gao 高  lin 林琳霖  luo 罗羅洛骆駱  zheng 郑鄭正政征铮  liang 梁亮良  xie 谢謝
song 宋松嵩  tang 唐汤湯  deng 邓鄧  han 韩韓汉漢翰  feng 冯馮峰凤鳳丰豐枫锋  cao 曹  peng 彭鹏鵬  zeng 曾增
xiao 肖萧蕭小晓曉孝  tian 田天  dong 董东東冬栋  pan 潘  yuan 袁元远遠媛源  cai 蔡才  jiang 蒋蔣江姜
yu 于余玉宇雨瑜喻俞裕郁  du 杜  ye 叶葉  cheng 程成承诚誠  wei 魏韦韋伟偉卫衛威维維  su 苏蘇素
lu 吕卢盧陆陸鲁魯路露  ding 丁  ren 任仁人  yao 姚耀尧  shen 沈申慎  fu 傅福富付  zhong 钟鐘忠仲中  cui 崔
tan 谭譚谈  liao 廖  fan 范凡樊  jin 金进進近晋锦瑾津  shi 石史世士师時时诗  jia 贾賈佳家嘉  xia 夏霞侠
fang 方芳房  zou 邹鄒  xiong 熊雄  bai 白  meng 孟梦夢蒙  qin 秦勤琴钦  qiu 邱秋丘  hou 侯  lei 雷磊蕾
long 龙龍隆  shao 邵少  mao 毛茂  hao 郝浩豪昊  gu 顾顧谷古  wan 万萬婉  qian 钱錢倩谦乾  dai 戴
yan 严嚴颜燕岩艳彦言研  mo 莫  kong 孔  xiang 向项祥香翔湘  chang 常昌长  hua 华華花  bo 薄波博伯  nie 聂
qi 齐齊琪奇祺启岐其琦  rong 荣榮容蓉融  tao 陶涛濤韬  weng 翁  xi 习習希西喜熙曦锡席  yin 尹银印  zhuang 庄莊
zuo 左  wen 文温溫雯闻  ou 欧歐  ping 平萍屏  ming 明铭鸣名  hai 海  hong 红紅宏洪鸿鴻虹弘  jun 军軍君俊钧峻
jie 杰傑洁捷节  jian 建健剑劍坚简  ze 泽澤则  min 民敏闽  en 恩  lai 来來赖  keng 铿  ke 克可科柯  qiang 强強
jing 静靜京晶景敬靖菁婧  yi 一毅义義宜怡艺仪亿逸益依伊易忆  ying 英颖穎莹瑩应  lan 兰蘭岚  fei 飞飛菲  fen 芬
na 娜  xin 新欣心鑫信馨辛  xing 兴興星行  guang 光广廣  gang 刚剛钢  bin 斌彬宾滨  bing 兵冰炳  bao 宝寶保包
chao 超朝  chun 春纯淳  da 大达達  de 德得  dan 丹  ding 定鼎  gui 贵貴桂  hui 辉輝慧惠会晖卉徽  jiu 九久
kai 凯凱开恺  kun 坤昆  lian 连莲廉  ling 玲凌灵令岭  mei 梅美妹  miao 苗妙  ning 宁寧  nan 南楠男
qing 清庆慶青卿晴  quan 全泉权權  ru 如茹儒  rui 瑞睿锐蕊  run 润潤  sheng 生胜勝盛圣升声  shu 书書淑舒树
shuang 双爽  shun 顺順  si 思斯四  ting 婷廷庭亭  tong 童同彤桐  wu 午悟  xian 先贤賢显现宪  xiu 秀修
xue 学學雪  yong 勇永咏泳  you 友有  yue 月岳悦越跃  yun 云雲芸运  zhe 哲  zhen 振珍真震镇贞  zhi 志智之芝治
zi 子紫自  zong 宗  an 安  ai 爱愛艾  pei 佩培裴  qun 群  lie 烈  lun 伦  ren 忍  shan 山珊善  tai 太泰  ting 听
tu 图  xuan 宣轩玄璇萱  xun 勋迅  ya 亚雅  zhan 占展  zhuo 卓  cong 聪  chu 楚  ci 慈  jiao 娇  ju 菊  juan 娟
hang 航  heng 恒  kang 康  kuan 宽  lang 朗  ni 妮  niu 牛  nuan 暖  pu 普浦朴  rang 让  ruo 若  sen 森  sha 莎
ti 体  wa 娃  ge 戈格  guan 关  nong 农  que 阙  mu 牧木穆慕  di 迪  jue 觉  jiong 炯
"""
