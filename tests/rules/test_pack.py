from bot.rules.pack import Item, asked, is_complete


def test_seven_papers_are_asked_of_a_church_school_and_no_siams_report_of_another() -> None:
    assert asked(church_school=True) == tuple(Item)
    assert len(asked(church_school=True)) == 7
    assert set(Item) - set(asked(church_school=False)) == {Item.SIAMS}


def test_it_is_complete_when_nothing_that_was_asked_for_is_missing() -> None:
    wanted = asked(church_school=False)
    assert is_complete(wanted, wanted)
    assert is_complete(wanted, list(Item))
    assert not is_complete(wanted, wanted[1:])
    assert not is_complete(wanted, [])
