from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.names.comparing.cluster import cluster

NAMES = [
    "Sergei Bondarchuk",
    "Sergej Bondartschuk",
    "Сергей Бондарчук",
    "Mykola Azarov",
    "Nikolai Azarov",
    "Robert Kennedy",
    "Robert Kennedy Jr.",
    "Habib Bourguiba",
    "حبيب بورقيبة",
]


def test_spellings_of_one_name_get_one_label() -> None:
    labels = cluster(NAMES)
    assert labels[0] == labels[1] == labels[2]
    assert labels[3] == labels[4]
    assert labels[7] == labels[8]
    assert len(set(labels)) == 5


def test_labels_do_not_depend_on_the_order() -> None:
    forward = dict(zip(NAMES, cluster(NAMES), strict=True))
    turned = NAMES[::-1]
    assert dict(zip(turned, cluster(turned), strict=True)) == forward


def test_a_number_or_a_letter_more_is_another_thing() -> None:
    labels = cluster(["Orion Telescope 1", "Orion Telescope 2", "Pius Ricci XI", "Pius Ricci XII"])
    assert len(set(labels)) == 4


def test_equal_strings_have_equal_labels() -> None:
    assert cluster(["Ann Lee", "", "Ann Lee", ""]) == [1, 0, 1, 0]
    assert cluster([]) == []


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_strings_get_a_label_each(names: list[str]) -> None:
    assert len(cluster(names)) == len(names)
