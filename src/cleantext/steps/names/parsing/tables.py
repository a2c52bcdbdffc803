"""Words around a name: titles, ranks, roles, nationalities, suffixes and particles.

All are lower case, without accents and without stops: "Lt." is found as "lt", "U.S." as
"us". A head makes a title by itself ("president"); a modifier does so only before one
("Iranian", "foreign", "deputy"). Heads that are names as well are `SOFT`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def listed(text: str) -> frozenset[str]:
    """Return the words of a table."""
    return frozenset(text.split())


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Return the word as the tables have it: lower case, without stops and Latin accents."""
    if word.isalpha() and word.isascii():
        return word.lower()
    word = word.strip(".,;:()[]").replace(".", "").replace("’", "'").lower()
    if word.isascii():
        return word
    word = (
        word.replace("đ", "d")
        .replace("ı", "i")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("ß", "ss")
        .replace("æ", "ae")
    )
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return plain if plain.isascii() else word


# Roles that nobody has for a name: what stands before them belongs to the title, known or not.
FIRM = listed(
    "critic owner gentleman widow wife husband confidant loyalist insider newcomer frontrunner front-runner rival "
    "opponent challenger official politician counsel executive operative fighter mastermind financier propagandist "
    "ideologue strategist expert academic blogger comedian musician guitarist drummer screenwriter producer chef "
    "publisher donor lobbyist fundraiser heiress philanthropist capitalist fugitive hacker smuggler trafficker "
    "kingpin mobster gangster bomber attacker shooter hijacker jihadist extremist mercenary contractor spymaster "
    "interpreter translator biographer biologist chemist mathematician virologist epidemiologist astronomer "
    "archaeologist anthropologist sociologist linguist statistician psychiatrist pundit commentator "
    "parliamentarian protester refugee survivor witness organizer organiser separatist loyalist driver jockey "
    "referee skipper quarterback pitcher batsman bowler wrestler skier gymnast skater president vice-president "
    "premier minister secretary chancellor taoiseach tanaiste ambassador envoy emissary spokesman spokeswoman "
    "spokesperson senator congressman congresswoman representative lawmaker legislator deputy governor mayor "
    "councillor councilman councilwoman alderman commissioner director chairman chairwoman chairperson chair ceo "
    "cfo coo cto founder co-founder cofounder leader commander chief general colonel lieutenant brigadier admiral "
    "commodore sergeant corporal captain inspector superintendent constable detective sheriff prosecutor attorney "
    "solicitor advocate barrister professor lecturer analyst economist historian scientist physicist researcher "
    "scholar author novelist writer poet playwright journalist reporter correspondent columnist editor presenter "
    "broadcaster host anchor actor actress singer rapper composer conductor director-general filmmaker footballer "
    "striker midfielder defender goalkeeper winger coach manager trainer boxer cyclist golfer swimmer sprinter "
    "athlete champion winner laureate activist campaigner dissident cleric preacher warlord militant dictator "
    "strongman tycoon billionaire oligarch businessman businesswoman magnate entrepreneur investor banker adviser "
    "advisor aide negotiator mediator diplomat candidate nominee contender politician mp mep msp mla td whip "
    "speaker pm fm secretary-general administrator coordinator rapporteur ombudsman auditor treasurer comptroller "
    "astronaut cosmonaut inventor engineer architect artist painter sculptor photographer designer lawyer judge "
    "doctor surgeon physician psychologist philosopher theologian rapporteurs undersecretary under-secretary "
    "oligarchs premier-designate president-elect prime-minister lord-mayor co-chair co-leader boss head ruler "
    "ayatollah hojatoleslam hojjatoleslam archbishop rabbi mufti whistleblower defector rebel suspect gunman "
    "victim veteran pilot officer soldier guard spy agent paramedic nurse teacher principal rector provost "
    "dean-emeritus star player captain-general generalissimo fuhrer duce caudillo chairman-designate msgr "
    "monsignor"
)
# Titles of address, rank, church and nobility; they count where only titles stand before them.
TITLES = listed(
    "mr mrs ms miss mx master messrs sir madam madame mme mlle mademoiselle monsieur maitre me dr drs prof lord "
    "lady dame viscount viscountess baron baroness baronet count countess marquess marquis marquise marchioness "
    "earl duke duchess archduke archduchess prince princess king queen emperor empress kaiser tsar tsarina czar "
    "tzar sultan sultana shah shahbanu emir amir khedive pharaoh maharaja maharani raja rajah rani nawab nizam "
    "infante infanta margrave landgrave elector regent consort hrh hm hih highness majesty excellency eminence "
    "holiness grace honour honor honourable honorable hon rt reverend rev revd pope father fr brother br sister "
    "mother saint st bishop cardinal patriarch metropolitan catholicos archimandrite archdeacon deacon canon vicar "
    "pastor minister elder imam mullah mulla molla maulana mawlana moulana maulvi sheikh sheik shaikh shaykh "
    "sheikha shaikha sayyid sayyed seyyed seyed syed hajji haji hajj hadji akhund qazi pir swami guru lama ven "
    "venerable rebbe rav reb gen maj col lt ltc ltg mg bg brig capt cpt cmdr cdr comdr adm radm vadm sgt cpl pvt "
    "pfc ssgt msgt cmsgt csm msg sfc wo private marshal marshall field-marshal warrant petty ensign cadet major "
    "lance gunnery staff ret retd retired sen rep cong congr gov lt-gov pres vp sec amb insp supt det dci dsi ds "
    "dc pc wpc const comm cllr ald atty justice chief-justice mag ing dipl lic ir sra srta senor senora senorita "
    "don dona dom signor signora herr frau graf freiherr furst pan pani gospodin tov comrade comandante "
    "subcomandante comte vicomte abbe cure pere frere soeur dott avv onorevole shri sri smt shrimati kumari pandit "
    "pt babu begum khanum hanim bey effendi efendi pasha aga agha datuk seri cde tan dato datin tan-sri tun tunku "
    "tengku raden kyai ustaz ustad tuanku u daw saya bo thakin ko tuan crown-prince co-president ex-president "
    "vice-chancellor vice-admiral rear-admiral vice-premier"
)
# Titles that are given names or surnames as well: read as one before a single word or an initial.
SOFT = listed(
    "tan earl dean duke don major marshall baron sultan amir emir shri sri king prince judge count guy justice "
    "master bishop pope khan shah bo ko u tun pan sergeant lance me st ben grace duke deacon canon elder guru raja "
    "dom pir pt ing ir dc sec lic star head chair victor regent brig mag sen rani syed sayyid sayyed seyyed haji "
    "lama graf"
)
# Of those, the ones that are likelier a given name before one other word: "Earl Smith", "Amir Khan".
RATHER_GIVEN = listed(
    "earl dean don duke marshall amir emir shri sri guy justice grace deacon elder bo ko ben lance syed sayyid "
    "sayyed seyyed star dom raja me victor canon ir pan head chair lama"
)
# Abbreviations that are names without their stop: "Hon Sui Sen", "Min Aung".
NEEDS_STOP = listed(
    "he hon ing min eng sec mag ir pt fr br st me adv lic amb gov const comm insp det atty ald dipl ven ds"
)
STOPPED = listed("min eng adv arch del com sr sra supt")
# A single word after these is a given name: "King Felipe", "Sir Keir".
ROYAL = listed(
    "king queen prince princess emperor empress kaiser tsar tsarina czar tzar sultan sultana shah emir pope saint "
    "st sister mother patriarch metropolitan catholicos infante infanta archduke archduchess maharaja sir dame "
    "sheikh sheikha shaikh shaikha majesty highness holiness hrh grand-duke consort swami daw u mlle don dona "
    "crown-prince sheik shaykh"
)
# Those that rule under their given names alone, however many.
REIGNING = listed("pope king queen emperor empress tsar czar patriarch kaiser catholicos saint st")
# Words that go with a title and are none alone.
QUALIFIERS = listed(
    "dalai panchen ecumenical chaldean syriac melkite district circuit magistrate former ex late then acting "
    "interim caretaker outgoing incoming incumbent current ousted deposed exiled jailed imprisoned detained "
    "disgraced embattled veteran longtime long-time self-declared self-proclaimed de-facto de facto deputy vice "
    "assistant associate adjunct senior junior chief first second third fourth lead top high supreme grand great "
    "crown prime foreign defence defense interior internal external home finance financial treasury budget health "
    "justice trade commerce industry business energy oil petroleum gas mines mining education higher science "
    "technology digital environment climate agriculture farm fisheries rural water transport transportation "
    "railways housing labor labour employment welfare social family youth women women's sports sport culture "
    "cultural tourism information communications telecommunications media press public private national federal "
    "state regional provincial local municipal city county district town village borough royal imperial "
    "presidential prime-ministerial parliamentary congressional senatorial ministerial judicial constitutional "
    "supreme-court appeal high-court court military army navy naval air force marine marines coast guard police "
    "security intelligence nuclear space border immigration customs tax revenue housing planning economic economy "
    "development international world global regional political policy peace human rights humanitarian refugee "
    "migration affairs affair security veterans homeland special general principal permanent executive managing "
    "non-executive honorary founding presiding ranking majority minority opposition ruling shadow government "
    "cabinet party coalition group bloc council committee commission assembly parliament senate house congress "
    "bundestag knesset duma rada majlis bench staff office department ministry agency authority bureau board bank "
    "central reserve fund union league alliance front movement militia brigade corps division regiment command "
    "forces guards revolutionary republican democratic democrat liberal conservative labour green socialist "
    "communist nationalist islamist jihadist separatist right-wing left-wing far-right far-left hardline moderate "
    "reformist populist centrist independent tory likud fatah hamas hezbollah hizbollah hizbullah taliban isis "
    "isil al-qaeda plo pkk kgb fsb mi5 mi6 cia fbi nsa gru ss nazi un eu nato imf who opec fifa uefa ioc iaea "
    "unesco unicef unhcr wto osce icc au oau asean brics fed ecb pentagon kremlin vatican white westminster "
    "downing street brussels whitehall elysee joint chiefs exchequer commons lords realm crown her his their its "
    "your our my most rt right very holy blessed serene grace honourable honorable reverend apostolic papal "
    "orthodox catholic protestant anglican lutheran methodist baptist coptic maronite druze jewish muslim "
    "christian hindu sikh buddhist sunni shia shiite alawite elect designate emeritus general's attorney lord "
    "squadron wing flight group pilot battalion platoon fleet rear field lance warrant petty gunnery "
    "non-commissioned plenipotentiary extraordinary roving resident visiting chargé charge d'affaires nobel oscar "
    "grammy olympic pulitzer award-winning prize prize-winning world-famous famous renowned legendary star "
    "football soccer rugby cricket tennis basketball baseball chess golf boxing formula one two news tv television "
    "radio show talk film movie pop rock rap folk jazz opera tech media telecoms property steel mining shipping "
    "hotel fashion art book suspected convicted accused alleged notorious us-backed western-backed iran-backed "
    "russian-backed un-backed moscow-backed rebel warlord ally successor predecessor"
)
JOINERS = listed("of for to in on at de del della di du des da do von van and & the y e und et la le")
# Peoples, by the adjective; -ian is open-ended in the code.
PEOPLES = listed(
    "afghan albanian algerian american andorran angolan antiguan argentine argentinian argentinean armenian aruban "
    "australian aussie austrian azerbaijani azeri bahamian bahraini bangladeshi barbadian basque belarusian "
    "belarussian belgian belizean beninese bermudian bhutanese bolivian bosnian botswanan brazilian british briton "
    "bruneian bulgarian burkinabe burmese burundian cambodian cameroonian canadian catalan chadian chechen chilean "
    "chinese colombian comorian congolese cornish corsican croat croatian cuban cypriot czech czechoslovak "
    "dagestani danish djiboutian dominican dutch ecuadorian egyptian emirati english eritrean estonian eswatini "
    "ethiopian european faroese fijian filipino filipina finnish flemish french gabonese gambian georgian german "
    "ghanaian greek greenlandic grenadian guatemalan guinean guyanese haitian honduran hungarian icelandic indian "
    "indonesian ingush iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kashmiri kazakh "
    "kazakhstani kenyan kiwi korean kosovan kosovar kurdish kuwaiti kyrgyz laotian lao latvian lebanese lesotho "
    "liberian libyan liechtenstein lithuanian luxembourgish macedonian malagasy malawian malaysian maldivian "
    "malian maltese maori mauritanian mauritian mexican micronesian moldovan monegasque mongolian montenegrin "
    "moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani ossetian pakistani "
    "palauan palestinian panamanian papuan paraguayan peruvian philippine polish portuguese qatari quebecois "
    "romanian rumanian russian rwandan salvadoran salvadorean samoan sami saudi scottish senegalese serb serbian "
    "seychellois sierra leonean sicilian singaporean slovak slovakian slovene slovenian somali somalilander soviet "
    "spanish sri lankan sudanese surinamese swazi swedish swiss syrian tahitian taiwanese tajik tamil tanzanian "
    "tatar thai tibetan timorese togolese tongan trinidadian tunisian turkish turkmen tuvaluan ugandan uighur "
    "uyghur ukrainian uruguayan uzbek vanuatuan venezuelan vietnamese welsh yemeni yugoslav zambian zimbabwean "
    "zulu cypriots arab african asian latin anglo north south east west northern southern eastern western new "
    "central franco burkinabè ivoirian kyrgyzstani texan californian floridian londoner parisian sunni bosniak "
    "roma cossack crimean"
)
# Countries, states and towns whose names stand before a role: "Japan PM", "Texas governor".
PLACES = listed(
    "new north south east west saudi sri sierra papua equatorial us usa uk uae drc dprk ussr america britain "
    "england scotland wales ireland ulster russia ukraine belarus poland germany france spain portugal italy "
    "greece turkey turkiye cyprus malta austria switzerland belgium netherlands holland luxembourg denmark sweden "
    "norway finland iceland estonia latvia lithuania czechia slovakia hungary romania bulgaria moldova serbia "
    "croatia slovenia bosnia herzegovina montenegro kosovo macedonia albania georgia armenia azerbaijan kazakhstan "
    "uzbekistan turkmenistan tajikistan kyrgyzstan mongolia china taiwan japan korea vietnam laos cambodia "
    "thailand burma myanmar malaysia singapore indonesia philippines brunei timor timor-leste india pakistan "
    "bangladesh nepal bhutan lanka maldives afghanistan iran iraq syria lebanon israel palestine jordan egypt "
    "libya tunisia algeria morocco sudan ethiopia eritrea somalia djibouti kenya uganda rwanda burundi tanzania "
    "congo zaire angola zambia zimbabwe malawi mozambique botswana namibia lesotho swaziland madagascar mauritius "
    "seychelles comoros nigeria ghana togo benin ivory coast cote d'ivoire liberia leone guinea guinea-bissau "
    "senegal gambia mali niger burkina faso chad cameroon gabon mauritania yemen oman qatar bahrain kuwait arabia "
    "emirates canada mexico guatemala belize honduras salvador nicaragua costa rica panama cuba jamaica haiti "
    "bahamas barbados trinidad tobago grenada puerto rico colombia venezuela ecuador peru bolivia chile argentina "
    "uruguay paraguay brazil guyana suriname australia zealand fiji samoa tonga papua vanuatu kiribati nauru "
    "tuvalu palau united states kingdom republic states emirate catalonia chechnya dagestan crimea donetsk luhansk "
    "kashmir tibet xinjiang punjab bavaria saxony flanders wallonia quebec ontario alberta alabama alaska arizona "
    "arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky "
    "louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada "
    "hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode island tennessee texas "
    "utah vermont virginia washington wisconsin wyoming london moscow kyiv kiev beijing paris berlin rome madrid "
    "tokyo delhi islamabad kabul tehran baghdad damascus beirut jerusalem cairo ankara istanbul athens vienna "
    "geneva brussels warsaw budapest kong hong macau gaza hague canterbury"
)
SUFFIXES = listed(
    "jr sr jnr snr junior esq esquire phd dphil md do dds dmd dvm jd llm llb llm lld mba mph mpa msc bsc ma ba "
    "mphil edd psyd pharmd rn cpa pe cfa kc qc sc mp mep msp mla mlc mhr ms td pc dl jp obe kbe cbe mbe dbe gbe "
    "cmg kcmg gcmg dcmg cb kcb gcb dcb cvo kcvo gcvo lvo mvo kg kt lg om ch vc gc dso dsc dfc mc qpm bem frs frsa "
    "fba frcp frcs frse fca ra rha sj op ofm osb osa csc cssr ocd ssp fsc usn usmc usaf usa uscg raf rn ret retd "
    "am ao ac oam ad cc oc cm onz cnzm mnzm onm asm fils pere esquire bart bt meng beng bed mbbs mb bch fac facs"
)
# Those that no name looks like, in any capitals.
FIRM_SUFFIXES = listed(
    "jr sr jnr snr esq esquire phd dphil llm lld mba frs obe kbe cbe mbe dbe kcmg gcmg frcp ret retd"
)
# Portuguese ones, the last of three words or more.
PORTUGUESE_SUFFIXES = listed("junior filho neto sobrinho")

CHAIN = listed("bin ibn ben bint binti binte ould weld ap ferch uulu oglu ogly بن ابن بنت בן בת")
ARTICLES = listed("al el ad an ar as ash at az ul ud آل")
SERVANT = listed(
    "abd abdul abdel abdal abdol abdoul abdu abdur abdus abu abou aboul abul abi umm oum um عبد ابو أبو أبي أم"
)
# What makes one given name of two: "Saif al-Islam", "Nur al-Din", "Zine El Abidine".
FAITH = listed("din deen dine dein islam abidin abidine abedin eddin eddine uddin udin haqq الدين الإسلام العابدين")
EUROPEAN = listed(
    "of ait von van de der den zum zur vom del della dello dei degli di da dos das du des la le los las lo san "
    "santa st. saint mac dal dalla ver vander vande"
)
# Too short to be one in capitals.
EUROPEAN_LOWER = listed("af av do y i e zu und ter ten te op in het 't tot thor o' d'")
# Particles that join a family name of two parts: "Rebelo de Sousa".
JOINING = listed("de da do dos das del di d' y i e la du")
