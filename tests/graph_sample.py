"""A network of about a hundred nodes around the Tokyo summit of December 2025, for tests of the page.

It is shaped like the real ones but small enough to read: some claims are shortened, some invented
to have every status, a denial, a voice and two sources that exclude each other.
"""

from typing import Any

import networkx as nx

THING = "https://w3id.org/cajad/id/"
LOOKS = {
    "State": ("#0072B2", "dot", ("State", "国家", "Государство")),
    "Leader": ("#D55E00", "diamond", ("Leader", "首脳・閣僚", "Руководитель")),
    "Forum": ("#009E73", "square", ("Forum", "枠組み", "Форум")),
    "Summit": ("#E69F00", "triangle", ("Summit", "首脳会合", "Саммит")),
    "MinisterialMeeting": ("#F0C75E", "triangle", ("Ministerial meeting", "閣僚会合", "Встреча министров")),
    "Visit": ("#B8860B", "triangleDown", ("Visit", "訪問", "Визит")),
    "Agreement": ("#56B4E9", "star", ("Agreement", "合意", "Соглашение")),
    "Theme": ("#CC79A7", "hexagon", ("Theme", "テーマ", "Тема")),
}
RELATIONS = {
    "participant": ("took part in", "参加", "участвует"),
    "forum": ("held under", "枠組み内", "в рамках"),
    "theme": ("on the agenda of", "議題", "на повестке"),
    "Membership": ("member of", "構成国", "член"),
    "Office": ("holds office in", "役職", "занимает пост"),
    "Tie": ("tie", "関係", "связь"),
    "party": ("party to", "当事国", "сторона"),
}
STATES = """japan|Japan|日本|Япония;kazakhstan|Kazakhstan|カザフスタン|Казахстан;kyrgyzstan|Kyrgyzstan|キルギス|Кыргызстан
tajikistan|Tajikistan|タジキスタン|Таджикистан;turkmenistan|Turkmenistan|トルクメニスタン|Туркменистан
uzbekistan|Uzbekistan|ウズベキスタン|Узбекистан;russia|Russia|ロシア|Россия;china|China|中国|Китай
united-states|United States|アメリカ合衆国|США;afghanistan|Afghanistan|アフガニスタン|Афганистан"""
LEADERS = """sanae-takaichi|Sanae Takaichi|高市早苗|Санаэ Такаити|japan;shigeru-ishiba|Shigeru Ishiba|石破茂|Сигэру Исиба|japan
fumio-kishida|Fumio Kishida|岸田文雄|Фумио Кисида|japan;shinzo-abe|Shinzō Abe|安倍晋三|Синдзо Абэ|japan
yoriko-kawaguchi|Yoriko Kawaguchi|川口順子|Ёрико Кавагути|japan;taro-kono|Tarō Kōno|河野太郎|Таро Коно|japan
toshimitsu-motegi|Toshimitsu Motegi|茂木敏充|Тосимицу Мотэги|japan;yoshimasa-hayashi|Yoshimasa Hayashi|林芳正|Ёсимаса Хаяси|japan
kassym-jomart-tokayev|Kassym-Jomart Tokayev|カシムジョマルト・トカエフ|Касым-Жомарт Токаев|kazakhstan
nursultan-nazarbayev|Nursultan Nazarbayev|ヌルスルタン・ナザルバエフ|Нурсултан Назарбаев|kazakhstan
sadyr-japarov|Sadyr Japarov|サディル・ジャパロフ|Садыр Жапаров|kyrgyzstan;emomali-rahmon|Emomali Rahmon|エモマリ・ラフモン|Эмомали Рахмон|tajikistan
serdar-berdimuhamedov|Serdar Berdimuhamedov|セルダル・ベルディムハメドフ|Сердар Бердымухамедов|turkmenistan
gurbanguly-berdimuhamedov|Gurbanguly Berdimuhamedov|グルバングル・ベルディムハメドフ|Гурбангулы Бердымухамедов|turkmenistan
shavkat-mirziyoyev|Shavkat Mirziyoyev|シャフカト・ミルジヨーエフ|Шавкат Мирзиёев|uzbekistan;vladimir-putin|Vladimir Putin|ウラジーミル・プーチン|Владимир Путин|russia
xi-jinping|Xi Jinping|習近平|Си Цзиньпин|china;sirojiddin-muhriddin|Sirojiddin Muhriddin|シロジディン・ムフリッディン|Сироджиддин Мухриддин|tajikistan
rashid-meredov|Rashid Meredov|ラシド・メレドフ|Рашид Мередов|turkmenistan;bakhtiyor-saidov|Bakhtiyor Saidov|バフティヨル・サイドフ|Бахтиёр Саидов|uzbekistan"""
FORUMS = """ca-jad|Central Asia + Japan Dialogue|「中央アジア＋日本」対話|Диалог «Центральная Азия + Япония»|jkgtuz
c5-1|C5+1|C5+1|C5+1|wkgtuz;china-central-asia|China–Central Asia|中国・中央アジア|Китай – Центральная Азия|ckgtuz
russia-central-asia|Russia–Central Asia|ロシア・中央アジア|Россия – Центральная Азия|rkgtuz;sco|Shanghai Cooperation Organisation|上海協力機構|Шанхайская организация сотрудничества|rckgtu
csto|Collective Security Treaty Organisation|集団安全保障条約機構|ОДКБ|rkgt;eaeu|Eurasian Economic Union|ユーラシア経済連合|ЕАЭС|rkg
cis|Commonwealth of Independent States|独立国家共同体|СНГ|rkgtu;g7|G7|G7|Большая семёрка|jw"""
LETTERS = {"j": "japan", "k": "kazakhstan", "g": "kyrgyzstan", "t": "tajikistan", "z": "turkmenistan",
           "u": "uzbekistan", "r": "russia", "c": "china", "w": "united-states", "a": "afghanistan"}  # fmt: skip
THEMES = """decarbonisation|Decarbonisation|脱炭素|Декарбонизация;economic-security|Economic security|経済安全保障|Экономическая безопасность
trans-caspian|Trans-Caspian route|カスピ海横断ルート|Транскаспийский маршрут;artificial-intelligence|Artificial intelligence|人工知能|Искусственный интеллект
rare-earths|Rare earths|レアアース|Редкие земли;water|Water|水|Вода;border-security|Border security|国境管理|Охрана границ;agriculture|Agriculture|農業|Сельское хозяйство
education|Education and people|人材・教育|Образование;disaster-prevention|Disaster prevention|防災|Предупреждение бедствий;nuclear-disarmament|Nuclear disarmament|核軍縮|Ядерное разоружение"""
# type | slug | names | date | forum | participants | themes | status: the last status is the fact's
EVENTS = """Summit|summit-2025-12-tokyo|Summit of the Dialogue, Tokyo|対話首脳会合（東京）|Саммит Диалога, Токио|2025-12-19/2025-12-20|ca-jad|jkgtuz|0123|planned planned held
Summit|summit-2024-08-astana|Summit of the Dialogue, Astana|対話首脳会合（アスタナ）|Саммит Диалога, Астана|2024-08|ca-jad|jkgtuz|017|planned cancelled postponed
Summit|summit-2027|Next summit of the Dialogue|次回首脳会合|Следующий саммит Диалога|2027|ca-jad|jkgtuz|1|planned
Summit|c5-1-2025|C5+1 summit, Washington|C5+1首脳会合（ワシントン）|Саммит C5+1, Вашингтон|2025-11-06|c5-1|wkgtuz|14|held
Summit|c5-1-2023|C5+1 leaders, New York|C5+1首脳（ニューヨーク）|Лидеры C5+1, Нью-Йорк|2023-09-19|c5-1|wkgtuz|4|held
Summit|china-ca-2025|2nd China–Central Asia summit, Astana|第2回中国・中央アジア首脳会合|Саммит Китай – ЦА, Астана|2025-06-17|china-central-asia|ckgtuz|2|planned held
Summit|china-ca-2023|China–Central Asia summit, Xi'an|中国・中央アジア首脳会合（西安）|Саммит Китай – ЦА, Сиань|2023-05-18/2023-05-19|china-central-asia|ckgtuz|27|held
Summit|russia-ca-2025|Russia–Central Asia summit, Dushanbe|ロシア・中央アジア首脳会合|Саммит Россия – ЦА, Душанбе|2025-10-09|russia-central-asia|rkgtuz|2|held
Summit|sco-2024|SCO summit, Astana|SCO首脳会合（アスタナ）|Саммит ШОС, Астана|2024-07-04|sco|rckgtu|6|held
Summit|sco-2025|SCO summit, Tianjin|SCO首脳会合（天津）|Саммит ШОС, Тяньцзинь|2025-08-31/2025-09-01|sco|rckgtu|6|held
MinisterialMeeting|fm-1|1st foreign ministers' meeting, Astana|第1回外相会合（アスタナ）|1-я встреча министров, Астана|2004-08-28|ca-jad|jkgtu||held
MinisterialMeeting|fm-2|2nd foreign ministers' meeting, Tokyo|第2回外相会合（東京）|2-я встреча министров, Токио|2006-06-05|ca-jad|jkgtua|5|held
MinisterialMeeting|fm-3|3rd foreign ministers' meeting, Tashkent|第3回外相会合（タシケント）|3-я встреча министров, Ташкент|2010-08-07|ca-jad|jkgtuz||held
MinisterialMeeting|fm-4|4th foreign ministers' meeting, Tokyo|第4回外相会合（東京）|4-я встреча министров, Токио|2012-11-10|ca-jad|jkgtuz|9|held
MinisterialMeeting|fm-5|5th foreign ministers' meeting, Bishkek|第5回外相会合（ビシュケク）|5-я встреча министров, Бишкек|2014-07-16|ca-jad|jkgtuz|7|held
MinisterialMeeting|fm-6|6th foreign ministers' meeting, Ashgabat|第6回外相会合（アシガバット）|6-я встреча министров, Ашхабад|2017-05-01|ca-jad|jkgtuz|2|held
MinisterialMeeting|fm-7|7th foreign ministers' meeting, Dushanbe|第7回外相会合（ドゥシャンベ）|7-я встреча министров, Душанбе|2019-05-18|ca-jad|jkgtuza|6|held
MinisterialMeeting|fm-special|Foreign ministers' video conference|外相テレビ会議|Видеоконференция министров|2020-08-11|ca-jad|jkgtuz|8|held
MinisterialMeeting|fm-8|8th foreign ministers' meeting, online|第8回外相会合（オンライン）|8-я встреча министров, онлайн|2022-04-15|ca-jad|jkgtuz|8|held
MinisterialMeeting|fm-9|9th foreign ministers' meeting, Tokyo|第9回外相会合（東京）|9-я встреча министров, Токио|2022-12-24|ca-jad|jkgtuz|8|planned held
MinisterialMeeting|economy-1|Economy and Energy Dialogue, Tokyo|経済・エネルギー対話（東京）|Диалог по экономике и энергетике|2023-09|ca-jad|jkgtuz|04|held
Visit|abe-2015|Abe's tour of five capitals|安倍総理の中央アジア歴訪|Поездка Абэ по столицам|2015-10-22/2015-10-28||jkgtuz|28|held
Visit|tokayev-2025|Tokayev's visit to Tokyo|トカエフ大統領訪日|Визит Токаева в Токио|2025-12-18||jk|4|planned held
Visit|mirziyoyev-2019|Mirziyoyev's visit to Tokyo|ミルジヨーエフ大統領訪日|Визит Мирзиёева в Токио|2019-12-17||ju|8|held
Visit|japarov-2023|Japarov's visit to Tokyo|ジャパロフ大統領訪日|Визит Жапарова в Токио|2023-11-20||jg|5|held
Visit|rahmon-2018|Rahmon's visit to Tokyo|ラフモン大統領訪日|Визит Рахмона в Токио|2018-10-05||jt|6|held
Visit|berdimuhamedov-2025|Berdimuhamedov's visit to Osaka|ベルディムハメドフ大統領訪日|Визит Бердымухамедова в Осаку|2025-04-14||jz||held
Visit|nazarbayev-2016|Nazarbayev's visit to Hiroshima|ナザルバエフ大統領訪日|Визит Назарбаева в Хиросиму|2016-11-07||jk|:|held
Visit|xi-2022|Xi's visit to Samarkand|習主席のサマルカンド訪問|Визит Си в Самарканд|2022-09-15||cu|2|held
Agreement|tokyo-declaration|Tokyo Declaration|東京宣言|Токийская декларация|2025-12-20|ca-jad|jkgtuz|0123|planned held
Agreement|action-plan|Action Plan|行動計画|План действий|2006-06-05|ca-jad|jkgu||held
Agreement|agriculture-roadmap|Roadmap on agriculture|農業ロードマップ|Дорожная карта по сельскому хозяйству|2014-07-16|ca-jad|jkgtuz|7|held
Agreement|ca-declaration-2023|Xi'an Declaration|西安宣言|Сианьская декларация|2023-05-19|china-central-asia|ckgtuz||held
Agreement|treaty-friendship|Treaty of good-neighbourliness|善隣友好条約|Договор о добрососедстве|2025-06-17|china-central-asia|ckgtuz||held
Agreement|investment-kz|Investment agreement, Japan–Kazakhstan|日カザフ投資協定|Соглашение об инвестициях|2014-10-23||jk|1|held
Agreement|investment-uz|Investment agreement, Japan–Uzbekistan|日ウズベク投資協定|Соглашение об инвестициях с Узбекистаном|2008-08-15||ju|1|held
Agreement|nuclear-kz|Nuclear co-operation agreement|日カザフ原子力協定|Соглашение по атомной энергии|2010-03-02||jk|4|held
Agreement|kz-partnership|Expanded strategic partnership|拡大戦略的パートナーシップ|Расширенное партнёрство|2016||jk||ongoing
Agreement|ru-gas|Gas supply contract|ガス供給契約|Контракт на поставку газа|2023-10||ruk|0|ended"""
PUBLISHERS = ["Ministry of Foreign Affairs of Japan", "AnewZ", "The Astana Times", "Kazinform", "TASS", "Nikkei"]


def name(text: str) -> dict[str, str]:
    return dict(zip(("en", "ja", "ru"), text.split("|"), strict=True))


def rows(table: str) -> list[list[str]]:
    return [row.split("|") for line in table.split("\n") for row in line.split(";")]


def claim(number: int, status: str, **more: Any) -> dict[str, Any]:
    """A claim whose source, link and day follow from its number."""
    publisher = PUBLISHERS[number % len(PUBLISHERS)]
    published = more.pop("published", "2025-12-21")
    return {
        "source": f"{THING}source/{published}-{number}", "title": f"{publisher}, report of {published}",
        "publisher": publisher, "url": f"https://example.org/{published}/{number}", "published": published,
        "reliability": ["primary", "secondary", "republished"][number % 3], "type": "Summit", "status": status,
        "certainty": "asserted", "negated": False, "voice": "", "paragraph": number % 7, "date": "", "says": {},
    } | more  # fmt: skip


def fact(kind: str, label: dict[str, str], date: str, status: str, claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {"label": label, "type": kind, "status": status, "certainty": "asserted", "disputed": [],
            "date": date, "claims": claims}  # fmt: skip


def tokyo_summit() -> tuple[nx.MultiDiGraph, dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Return network, facts and legend as the page takes them."""
    network = nx.MultiDiGraph()
    facts: dict[str, dict[str, Any]] = {}
    _add_actors(network, facts)
    _add_events(network, facts)
    _tell_the_life_of_the_summits(facts)
    for iri, degree in network.degree():
        network.nodes[iri]["size"] = float(degree)
        around = [data["facts"] for *_, data in [*network.in_edges(iri, data=True), *network.out_edges(iri, data=True)]]
        network.nodes[iri]["facts"] = sorted({one for found in around for one in found})
    legend = [
        {"type": kind, "label": name("|".join(label)), "colour": colour, "shape": shape}
        for kind, (colour, shape, label) in LOOKS.items()
    ]
    return network, facts, legend


def add(network: nx.MultiDiGraph, kind: str, iri: str, label: dict[str, str], alt: list[str] | None = None) -> str:
    colour, shape, _ = LOOKS[kind]
    network.add_node(THING + iri, label=label, alt=alt or [], type=kind, colour=colour, shape=shape, facts=[])
    return THING + iri


def tie(network: nx.MultiDiGraph, source: str, target: str, relation: str, of: str, **more: Any) -> None:
    data = {"status": "ongoing", "certainty": "asserted", "disputed": False, "inferred": False,
            "earliest": "", "latest": ""} | more  # fmt: skip
    network.add_edge(source, target, relation=relation, label=name("|".join(RELATIONS[relation])), facts=[of], **data)


def _add_actors(network: nx.MultiDiGraph, facts: dict[str, dict[str, Any]]) -> None:
    for slug, *labels in rows(STATES):
        add(network, "State", f"state/{slug}", name("|".join(labels)), ["Nippon"] if slug == "japan" else [])
    for slug, en, ja, ru in rows(THEMES):
        add(network, "Theme", f"theme/{slug}", {"en": en, "ja": ja, "ru": ru})
    for number, (slug, en, ja, ru, members) in enumerate(rows(FORUMS)):
        forum = add(network, "Forum", f"forum/{slug}", {"en": en, "ja": ja, "ru": ru})
        for letter in members:
            state = f"{THING}state/{LETTERS[letter]}"
            iri = f"{THING}fact/membership-{slug}-{letter}"
            facts[iri] = fact("Membership", {"en": f"{LETTERS[letter].title()} – {en}"}, "", "ongoing", [claim(number, "ongoing")])
            tie(network, state, forum, "Membership", iri)
    for number, (slug, en, ja, ru, state) in enumerate(rows(LEADERS)):
        leader = add(network, "Leader", f"person/{slug}", {"en": en, "ja": ja, "ru": ru})
        iri = f"{THING}fact/office-{slug}"
        facts[iri] = fact("Office", {"en": f"{en}, {state.title()}"}, "", "ongoing", [claim(number, "ongoing")])
        tie(network, leader, f"{THING}state/{state}", "Office", iri)
    _add_ties(network, facts)


def _add_ties(network: nx.MultiDiGraph, facts: dict[str, dict[str, Any]]) -> None:
    for power in ("russia", "china", "japan"):
        for letter in "kgtuz":
            state = LETTERS[letter]
            iri = f"{THING}fact/tie-{power}-{state}"
            voiced = {"voice": {"en": "Japanese media", "ja": "日本のメディア", "ru": "японские СМИ"}}
            told = claim(1, "ongoing", says={"strength": ["close"]}, published="2025-11-27", **voiced)
            facts[iri] = fact("Tie", {"en": f"{state.title()}, {power.title()}: close"}, "", "ongoing", [told])
            tie(network, f"{THING}state/{state}", f"{THING}state/{power}", "Tie", iri, inferred=power == "russia")


def _add_events(network: nx.MultiDiGraph, facts: dict[str, dict[str, Any]]) -> None:
    themes = [f"{THING}theme/{row[0]}" for row in rows(THEMES)]
    for number, (kind, slug, en, ja, ru, date, forum, who, what, statuses) in enumerate(rows(EVENTS)):
        event = add(network, kind, f"fact/{slug}", {"en": en, "ja": ja, "ru": ru})
        first, last = date.split("/")[0], date.split("/")[-1]
        days = {"earliest": first, "latest": last, "status": statuses.split()[-1]}
        told = [claim(number + step, status, published=f"{first[:4]}-0{step + 1}-15", date=date)
                for step, status in enumerate(statuses.split())]  # fmt: skip
        facts[event] = fact(kind, {"en": en, "ja": ja, "ru": ru}, date, days["status"], told)
        for letter in who:
            relation = "party" if kind == "Agreement" else "participant"
            tie(network, f"{THING}state/{LETTERS[letter]}", event, relation, event, **days)
        if forum:
            tie(network, event, f"{THING}forum/{forum}", "forum", event, **days)
        for letter in what:
            tie(network, themes[ord(letter) - ord("0")], event, "theme", event, **days)


def _tell_the_life_of_the_summits(facts: dict[str, dict[str, Any]]) -> None:
    tokyo = facts[f"{THING}fact/summit-2025-12-tokyo"]
    tokyo["claims"] = [
        claim(1, "planned", published="2025-11-27", certainty="expected", date="2025-12",
              says={"place": ["Tokyo"], "participant": ["Japan", "Central Asia"], "theme": ["Decarbonisation"]}),
        claim(0, "planned", published="2025-12-09", date="2025-12-19/2025-12-20", says={"place": ["Tokyo"], "host": ["Sanae Takaichi"]}),
        claim(2, "held", published="2025-12-20", date="2025-12-19/2025-12-20", says={"place": ["Tokyo"], "chair": ["Sanae Takaichi"]}),
    ]  # fmt: skip
    astana = facts[f"{THING}fact/summit-2024-08-astana"]
    astana["disputed"] = ["status"]
    astana["claims"] = [
        claim(3, "planned", published="2024-05-15", date="2024-08-09", says={"place": ["Astana"]}),
        claim(5, "cancelled", published="2024-08-08", date="2024-08", says={"place": ["Astana"], "because": ["Earthquake warning"]}),
        claim(0, "postponed", published="2024-08-09", date="2024-08", says={"place": ["Astana"], "because": ["Earthquake warning"]}),
    ]  # fmt: skip


def hostile() -> tuple[nx.MultiDiGraph, dict[str, dict[str, Any]]]:
    """Return a network all of whose texts try to break out of the page."""
    texts = [
        "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "\"'`><svg onload=alert(1)>",
        "line\u2028and\u2029paragraph", "\u202egnitrevo\u202c", "x" * 10_000, "長" * 10_000, "{{ 7 * 7 }}<!--",
        "__proto__", "constructor", "\x00\x07\ud800",
    ]  # fmt: skip
    network = nx.MultiDiGraph()
    facts: dict[str, dict[str, Any]] = {}
    for number, text in enumerate(texts):
        told = claim(number, text, title=text, publisher=text, url="javascript:alert(1)", voice={"en": text},
                     certainty=text, says={text: [text], "constructor": ["b"]}, reliability=text)  # fmt: skip
        facts[f"fact-{number}"] = fact(text, {"en": text}, text, text, [told]) | {"disputed": [text]}
        network.add_node(f"n{number}{text}", label={"en": text, "ja": text}, alt=[text], type=text, colour=text,
                         shape=text, size=float("nan"), facts=[f"fact-{number}"])  # fmt: skip
    names = list(network.nodes)
    for number, text in enumerate(texts):
        network.add_edge(names[number], names[0], relation=text, label={"en": text}, status=text, certainty=text,
                         disputed=True, inferred=True, facts=[f"fact-{number}"], earliest=text, latest=text)  # fmt: skip
    return network, facts
