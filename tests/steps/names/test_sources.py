"""Lists of names in the formats of other projects; every person and body in them is invented."""

from __future__ import annotations

import gzip
import json
import pickle
from pathlib import Path

import pytest

from cleantext import Config, clean
from cleantext.errors import OptionError, RuleError
from cleantext.steps.names.gazetteer import Gazetteer, entities

OWN = "id\ttype\tcanonical\taliases\tstyles\nq.1\tPER\tDara Quillon\tDarra Quillon;de:Dahra Quillon\tap=Darah Quillon\n"
JRC = (
    "# a header\r\n#\r\n"
    "7\tP\tde\tOrlin+Wesk\r\n7\tP\tu\tOrlin+Vesk\r\n7\tP\tru\tОрлин+Веск\r\n"
    "8\tO\tu\tNorwatch+Union\r\n8\tO\tu\tNor-Watch+Union\r\n"
)
WIKIDATA = (
    "lang\talias\tqid\tlabel\n"
    "de\tDahra Quillon\tQ1\tDara Kwillon\n"
    "en\tDarra Quillon\tQ1\tDara Quillon\n"
    "fa\tدارا کویلون\tQ1\tDara Quillon\n"
)
OPENSANCTIONS = (
    "id,schema,name,aliases,countries\n"
    'x-1,Person,"VESK, Orlin","Orlyn Vesk;ORLIN WESK;Орлин Веск",zz\n'
    "x-2,Vessel,Sea Lark,Sea Larke,zz\n"
    'x-3,Company,"Vesk & Daughters, Ltd",Vesk and Daughters Limited,zz\n'
)
POPOLO = json.dumps(
    {
        "persons": [
            {"id": "a", "name": "Dara Quillon", "other_names": [{"name": "Darra Quillon"}, {"name": 7}]},
            {"id": "b", "name": "Orlin Vesk", "other_names": [{"name": "Orlin Wesk", "lang": "de"}]},
        ]
    }
)
ALIASES = "Dara Quillon,Darra Quillon\nDara Quillon,Dahra Quillon\nOrlin Vesk,Orlin Wesk\n"
FORMATS = {
    "cleantext": OWN,
    "jrc": JRC,
    "popolo": POPOLO,
    "wikidata": WIKIDATA,
    "opensanctions": OPENSANCTIONS,
    "aliases": ALIASES,
}


def written(folder: Path, content: str | bytes, name: str = "mine.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def load(folder: Path, content: str | bytes, format: str | None = None) -> Gazetteer:
    return Gazetteer.load(written(folder, content), format=format)


def canonicals(gazetteer: Gazetteer) -> list[str]:
    return [entity.canonical for entity in gazetteer.entities]


def applied(gazetteer: Gazetteer) -> list[list[str]]:
    return [[alias.text for alias in entity.aliases] for entity in gazetteer.entities]


class TestEveryFormat:
    @pytest.mark.parametrize("format", FORMATS)
    @pytest.mark.parametrize("packed", [False, True])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_it_is_told_by_the_content(self, tmp_path, format, packed, mark):
        content = mark + FORMATS[format].encode()
        found = load(tmp_path, gzip.compress(content) if packed else content)
        assert found.pack.table == load(tmp_path, FORMATS[format], format).pack.table
        assert len(found) == len(found.entities) > 0

    @pytest.mark.parametrize("format", FORMATS)
    def test_what_is_written_is_read_again(self, tmp_path, format):
        found = load(tmp_path, FORMATS[format])
        found.write(tmp_path / "out.tsv")
        again = Gazetteer.load(tmp_path / "out.tsv", format="cleantext")
        assert (again.pack.columns, again.pack.table) == (found.pack.columns, found.pack.table)

    @pytest.mark.parametrize("format", FORMATS)
    def test_an_edit_carries_the_id_of_the_list(self, tmp_path, format):
        entity = load(tmp_path, FORMATS[format]).entities[0]
        assert entity.rule.startswith("user.names.mine/")
        assert entity.everywhere

    @pytest.mark.parametrize("format", FORMATS)
    def test_a_file_that_is_no_list_is_an_error(self, tmp_path, format):
        content = "The hall was cold, and nobody had thought of bringing the keys.\n\nThey waited outside.\n"
        with pytest.raises(RuleError, match=r"mine\.txt"):
            load(tmp_path, content, format)

    @pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n"])
    def test_an_empty_file_is_an_error(self, tmp_path, content):
        with pytest.raises(RuleError, match="holds no names"):
            load(tmp_path, content)

    def test_another_encoding_is_an_error(self, tmp_path):
        with pytest.raises(RuleError, match=r"mine\.txt:2: not UTF-8 \(byte 12\)"):
            load(tmp_path, b"Dara,Darra\nZ\xe9lie Ost,Zelie Ost\n")
        with pytest.raises(RuleError, match="UTF-16; save it as UTF-8"):
            load(tmp_path, ALIASES.encode("utf-16"))

    def test_damaged_gzip_is_an_error(self, tmp_path):
        with pytest.raises(RuleError, match="damaged gzip"):
            load(tmp_path, gzip.compress(JRC.encode())[:-12])

    def test_an_unknown_format_is_an_error(self, tmp_path):
        with pytest.raises(OptionError, match="did you mean 'jrc'"):
            load(tmp_path, JRC, "jcr")


class TestJrc:
    def test_the_form_of_no_language_is_the_name(self, tmp_path):
        found = load(tmp_path, JRC)
        assert canonicals(found) == ["Orlin Vesk", "Norwatch Union"]
        assert [entity.type for entity in found.entities] == ["PER", "ORG"]
        assert found.entities[0].aliases == (("Orlin Wesk", "de"),)
        assert found.entities[0].native == "Орлин Веск"

    def test_the_most_frequent_form_is_the_name(self, tmp_path):
        found = load(tmp_path, "1\tP\tu\tOrlin+Wesk\n1\tP\tu\tOrlin+Vesk\n1\tP\ten\tOrlin+Vesk\n")
        assert canonicals(found) == ["Orlin Vesk"]

    def test_rows_of_one_entity_need_not_stand_together(self, tmp_path):
        found = load(tmp_path, "1\tP\tu\tOrlin+Vesk\n2\tP\tu\tDara+Quillon\n1\tP\tu\tOrlin+Wesk\n")
        assert applied(found) == [["Orlin Wesk"], []]

    def test_bad_rows_are_left_out_and_told(self, tmp_path):
        found = load(tmp_path, JRC + "9\tX\tu\tA+B\nbroken\n\tP\tu\tA+B\n9\tP\tu\t+\n10\tP\tu\tC\x07+D\n")
        assert len(found) == 2
        assert [fault.split("mine.txt:")[1].split(":")[0] for fault in found.faults] == ["8", "9", "10", "11", "12"]
        assert "only P, a person, and O" in found.faults[0]


class TestPopolo:
    @pytest.mark.parametrize(
        ("written_as", "others", "canonical"),
        [
            ("Dara Quillon - Fennick", (), "Dara Quillon"),
            ("Dara Quillon – North Fennick", (), "Dara Quillon"),
            ("Dara Quillon, Fennick", (), "Dara Quillon"),
            ("Dara Quillon-North Fennick", (), "Dara Quillon"),
            ("Dara Quillon-Wexmoor", (), "Dara Quillon"),
            ("Dara Quillon-Fennick", ("Dara Quillon",), "Dara Quillon"),
            ("Dara Quillon-Fennick", ("D. Quillon-Fennick",), "Dara Quillon-Fennick"),
            ("Quillon, Dara", (), "Dara Quillon"),
            ("Quillon Ost, Dara", ("Dara Quillon Ost",), "Dara Quillon Ost"),
            ("Yun Sae-rok", ("Yun Sae Rok",), "Yun Sae-rok"),
            ("Dara Quillon, Jr", (), "Dara Quillon, Jr"),
        ],
    )
    def test_a_constituency_goes_from_the_name(self, tmp_path, written_as, others, canonical):
        person = {"id": "1", "name": written_as, "other_names": [{"name": other} for other in others]}
        data = {"persons": [person], "areas": [{"id": "w", "name": "Wexmoor"}]}
        assert canonicals(load(tmp_path, json.dumps(data))) == [canonical]

    def test_what_may_be_a_surname_is_left_out_and_told(self, tmp_path):
        persons = [
            {"name": "Dara Quillon-Fennick Moss", "other_names": [{"name": "Darra Quillon"}]},
            {"name": "Orlin Vesk"},
        ]
        found = load(tmp_path, json.dumps(persons))
        assert canonicals(found) == ["Orlin Vesk"]
        assert "persons[0]: 'Dara Quillon-Fennick Moss' may have a constituency" in found.faults[0]

    @pytest.mark.parametrize("content", ["{", "{}", "[]", '{"persons": 7}', '{"persons": [1, null, {"name": ""}]}'])
    def test_json_without_persons_is_an_error(self, tmp_path, content):
        with pytest.raises(RuleError, match=r"mine\.txt"):
            load(tmp_path, content)


class TestWikidata:
    def test_the_english_label_is_the_name(self, tmp_path):
        found = load(tmp_path, WIKIDATA)
        assert canonicals(found) == ["Dara Quillon"]
        assert set(found.entities[0].aliases) == {
            ("Darra Quillon", ""),
            ("Dara Kwillon", "de"),
            ("Dahra Quillon", "de"),
        }
        assert found.entities[0].native == "دارا کویلون"

    def test_the_marks_of_the_query_service_are_understood(self, tmp_path):
        content = (
            "?item\t?itemLabel\t?itemAltLabel\n"
            '<http://example.org/entity/Q5>\t"Dara Quillon"@en\t"Darra Quillon, Dahra Quillon"@en\n'
        )
        assert applied(load(tmp_path, content)) == [["Darra Quillon", "Dahra Quillon"]]

    def test_a_header_may_be_missing_or_begin_with_id(self, tmp_path):
        rows = "Q1\tDara Quillon\tDarra Quillon\ten\n"
        for content in (rows, "id\tlabel\talias\tlang\n" + rows, "id,label,alias,lang\n" + rows.replace("\t", ",")):
            found = load(tmp_path, content)
            assert (canonicals(found), applied(found)) == (["Dara Quillon"], [["Darra Quillon"]])

    def test_what_explains_a_label_goes(self, tmp_path):
        content = "qid\tlabel\talias\tlang\nQ1\tDara Quillon (rower)\tDarra Quillon\ten\n"
        assert canonicals(load(tmp_path, content)) == ["Dara Quillon"]


class TestOpenSanctions:
    def test_names_of_registers_are_written_as_in_texts(self, tmp_path):
        found = load(tmp_path, OPENSANCTIONS)
        assert canonicals(found) == ["Orlin Vesk", "Vesk & Daughters, Ltd"]
        assert applied(found) == [["Orlyn Vesk", "Orlin Wesk"], ["Vesk and Daughters Limited"]]

    def test_other_schemata_are_told(self, tmp_path):
        (fault,) = load(tmp_path, OPENSANCTIONS).faults
        assert ":3: schema 'Vessel'" in fault

    @pytest.mark.parametrize(
        ("register", "text"),
        [
            ("QUILLON, Dara", "Dara Quillon"),
            ("DARA BIN QUILLON", "Dara bin Quillon"),
            ("Dara AL-QUILLON", "Dara al-Quillon"),
            ("Dara O'QUILLON", "Dara O'Quillon"),
            ("DARA QUILLON III", "Dara Quillon III"),
            ("J.K. QUILLON", "J.K. Quillon"),
            ("JK Quillon", "JK Quillon"),
        ],
    )
    def test_shouted_names_are_not(self, tmp_path, register, text):
        content = f'id,schema,name,aliases\nx,Person,"{register}",\n'
        assert canonicals(load(tmp_path, content)) == [text]

    def test_an_open_quotation_mark_does_not_end_the_reading(self, tmp_path):
        content = 'id,schema,name,aliases\na,Person,Orlin Vesk,Orlin Wesk\nb,Person,"Dara Quillon,\n'
        assert canonicals(load(tmp_path, content)) == ["Orlin Vesk"]


class TestAliases:
    @pytest.mark.parametrize(
        "content",
        [
            "Dara Quillon,Darra Quillon\nDara Quillon,Dahra Quillon\n",
            "Dara Quillon;Darra Quillon;Dahra Quillon\n",
            "Dara Quillon\tDarra Quillon\tDahra Quillon\n",
            "Dara Quillon,Darra Quillon;Dahra Quillon\n",
            "canonical,alias\nDara Quillon,Darra Quillon\nDara Quillon,Dahra Quillon\n",
            "alias;canonical\nDarra Quillon;Dara Quillon\nDahra Quillon;Dara Quillon\n",
            "Name,Aliases\nDara Quillon,Darra Quillon,Dahra Quillon\n",
            "id,type,name,aliases\nz,person,Dara Quillon,Darra Quillon;Dahra Quillon\n",
            '"Quillon, Dara",Darra Quillon,Dahra Quillon\n',
            "Quillon, Dara;Darra Quillon;Dahra Quillon\n",
            "# mine\n\nDara Quillon,Darra Quillon,Dahra Quillon\r",
        ],
    )
    def test_each_shape_says_the_same(self, tmp_path, content):
        found = load(tmp_path, content)
        assert (canonicals(found), applied(found)) == (["Dara Quillon"], [["Darra Quillon", "Dahra Quillon"]])
        assert found.entities[0].type == "PER"

    def test_what_is_not_plainly_a_person_is_an_organisation(self, tmp_path):
        content = "Masu Bank,Massu Bank\nKoyva,Kojva\nUnion of Rowers,Onion of Rowers\nVesk 7 Band,Wesk 7 Band\n"
        assert {entity.type for entity in load(tmp_path, content).entities} == {"ORG"}

    def test_a_surname_among_the_spellings_makes_a_person_no_organisation(self, tmp_path):
        found = load(tmp_path, "Orlin Vesk,Orlin Wesk\nOrlin Vesk,Vesk\nOrlin Vesk,O. Wesk\n")
        assert (found.entities[0].type, applied(found)) == ("PER", [["Orlin Wesk"]])

    @pytest.mark.parametrize("header", ["wrong,right", "Variant Form,Preferred Form", "misspellings,Correct"])
    def test_the_name_may_stand_last(self, tmp_path, header):
        assert canonicals(load(tmp_path, header + "\nOrlin Wesk,Orlin Vesk\n")) == ["Orlin Vesk"]

    def test_columns_of_other_names_are_an_error(self, tmp_path):
        with pytest.raises(RuleError, match=r"unknown columns 'falsch . richtig'; call them canonical and alias"):
            load(tmp_path, "falsch,richtig\nOrlin Wesk,Orlin Vesk\n")

    def test_an_unknown_type_is_told(self, tmp_path):
        found = load(tmp_path, "type,name,alias\nship,Sea Lark,Sea Larke\nper,Orlin Vesk,Orlin Wesk\n")
        assert canonicals(found) == ["Orlin Vesk"]
        assert ":2: unknown type in 'ship | Sea Lark | Sea Larke'" in found.faults[0]


class TestSettling:
    def test_what_two_entities_have_is_changed_into_neither(self, tmp_path):
        found = load(tmp_path, "Dara Quillon,Da Quillon\nDana Quillon,Da Quillon\nDana Quillon,Danna Quillon\n")
        assert applied(found) == [[], ["Danna Quillon"]]
        assert [":1: 'Da Quillon' is known" in fault for fault in found.faults] == [True, False]
        text = "The rower Da Quillon met Danna Quillon's coach."
        assert clean(text, steps="names", names=found) == "The rower Da Quillon met Dana Quillon's coach."

    def test_what_two_entities_have_shields_the_words_inside_it(self, tmp_path):
        found = load(tmp_path, "Dara Quillon,Da Kwillon Ost\nDana Quillon,Da Kwillon Ost\nKwillon Ost,Qillon Ost\n")
        assert [entity.canonical for entity in entities([found.pack]) if not entity.is_applied] == [
            "Da Kwillon Ost"
        ] * 2
        assert len(found) == 3

    def test_two_namesakes_may_share_a_spelling(self, tmp_path):
        content = "id,name,alias\n1,Dara Quillon,Darra Quillon\n2,Dara Quillon,Darra Quillon\n"
        assert applied(load(tmp_path, content)) == [["Darra Quillon"], ["Darra Quillon"]]

    def test_the_name_of_another_entity_stays(self, tmp_path):
        found = load(tmp_path, "Dara Quillon,dana quillon\nDana Quillon,Danna Quillon\n")
        assert applied(found) == [[], ["Danna Quillon"]]
        assert "another entity's name" in found.faults[0]

    @pytest.mark.parametrize("alias", ["Quillon", "Da Q", "D. Quillon", "D.K. Quillon", "the rower", "Dara 7 Quillon"])
    def test_what_others_have_too_is_no_spelling_of_a_person(self, tmp_path, alias):
        found = load(tmp_path, f"type,name,alias\nper,Dara Quillon,{alias}\n")
        assert applied(found) == [[]]
        assert f"{alias!r} is known but not changed" in found.faults[0]
        text = f"We saw {alias} there."
        assert clean(text, steps="names", names=found) == text

    @pytest.mark.parametrize("alias", ["President Quillon", "Dara Quillon Jr", "Quillon Ost"])
    def test_a_title_a_son_and_a_shorter_form_are_no_misspellings(self, tmp_path, alias):
        found = load(tmp_path, f"1\tP\tu\tDara+Quillon+Ost\n1\tP\tu\t{alias.replace(' ', '+')}\n")
        assert applied(found) == [[]]

    def test_a_database_does_not_lengthen_one_word(self, tmp_path):
        rows = "8\tO\tu\tNorwatch+Union\n8\tO\tu\tNorwatch\n9\tO\tu\tKoyva\n9\tO\tu\tKojva\n"
        assert applied(load(tmp_path, rows)) == [[], ["Kojva"]]

    def test_spellings_that_differ_in_capitals_are_one(self, tmp_path):
        found = load(tmp_path, "1\tP\tu\tDara+Quillon\n1\tP\tu\tDARA+QUILLON\n1\tP\tu\tdara+quillon\n")
        assert (canonicals(found), applied(found)) == (["Dara Quillon"], [[]])

    def test_other_scripts_are_not_changed(self, tmp_path):
        found = load(tmp_path, JRC)
        text = "Орлин Веск уехал."
        assert clean(text, steps="names", names=found) == text

    def test_a_person_of_whom_no_text_has_the_name_is_only_known(self, tmp_path):
        found = load(tmp_path, "type,name,alias\nper,Dara/Quillon,Dara+Quillon\n")
        assert not found.entities[0].is_applied

    def test_faults_without_end_are_counted(self, tmp_path):
        found = load(tmp_path, JRC + "broken\n" * 1_500)
        assert len(found.faults) == 1_001
        assert "500 more" in found.faults[-1]


class TestUse:
    TEXT = "The rower Darra Quillon won. Darra Quillon's coach wept."
    CLEAN = "The rower Dara Quillon won. Dara Quillon's coach wept."

    def test_a_list_goes_where_a_path_goes(self, tmp_path):
        path = written(tmp_path, ALIASES)
        gazetteer = Gazetteer.load(path)
        for names in (path, str(path), gazetteer, gazetteer.pack):
            assert clean(self.TEXT, steps="names", names=names) == self.CLEAN
        assert Config(names=path) == Config(names=gazetteer)  # type: ignore[arg-type]

    def test_anything_else_is_refused(self):
        with pytest.raises(OptionError, match="names=7: give the path of a list of names"):
            Config(names=7)  # type: ignore[arg-type]

    def test_the_pack_travels(self, tmp_path):
        pack = load(tmp_path, ALIASES).pack
        assert hash(pack) == hash(tuple(pack))
        again = pickle.loads(pickle.dumps(pack))
        assert (again, type(again)) == (pack, type(pack))
        assert not vars(again)

    def test_own_columns_are_kept(self, tmp_path):
        assert load(tmp_path, OWN).entities[0].styles == "ap=Darah Quillon"

    def test_an_own_table_is_read_strictly(self, tmp_path):
        with pytest.raises(RuleError) as raised:
            load(tmp_path, OWN + "q.1\tPERSON\t\tDarra Quillon\t\n")
        assert len(raised.value.faults) == 4

    def test_writing_is_all_or_nothing(self, tmp_path):
        target = tmp_path / "folder"
        target.mkdir()
        with pytest.raises(OSError):
            load(tmp_path, ALIASES).write(target)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "mine.txt"]

    def test_the_command_line_takes_a_list_and_tells_its_faults(self, tmp_path, capsys):
        from cleantext.cli.options import parse

        path = written(tmp_path, JRC + "broken\n" * 5)
        assert parse(["--names", str(path)]).config == Config(names=path)
        told = capsys.readouterr().err.splitlines()
        assert len(told) == 4
        assert told[0].startswith(f"cleantext: {path}:8: 1 cells in 'broken'")
        assert told[-1] == f"cleantext: {path}: 2 more rows or spellings left out"


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff",
        "\x00,\x00\n",
        '"' * 5_000,
        "," * 5_000,
        "a,b\n" + "é" * 200_000 + ",c\n",
        "Dara Quillon," + " " * 100_000 + "Darra" + " " * 100_000 + "Quillon\n",
        "{" * 50_000,
        "[" + "9" * 10_000 + "]",
        '{"persons": [{"name": "\\ud800 B", "other_names": "x", "id": 5}, {"name": "A' + "-b, " * 5_000 + '"}]}',
        "qid\tlabel\nQ1\t" + '"' * 9_000 + "\n",
        "1\tP\tu\t" + "+" * 100_000 + "\n",
        "id,schema,name,aliases\n" + "x,Person,A B," + ";" * 100_000 + "\n",
        "שם,שמם\n習近平,习近平\n",
        "x" * 300_000,
    ],
)
@pytest.mark.parametrize("format", [None, *FORMATS])
def test_bad_content_is_a_rule_error_or_a_list(tmp_path, content, format):
    try:
        found = load(tmp_path, content, format)
    except RuleError as error:
        found = None
        told = str(error)
    if found is None:
        assert "mine.txt" in told
        return
    found.write(tmp_path / "out.tsv")
    assert Gazetteer.load(tmp_path / "out.tsv").pack.table == found.pack.table
