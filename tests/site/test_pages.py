"""What is done to the body of a page before it is written."""

from pnh.site.pages import mend

TABLE = (
    '<table class="docutils align-default">\n<thead>\n<tr class="row-odd"><th class="head"><p>Leg</p></th>\n'
    '<th class="head"><p>Would <em>move</em> us &amp; you</p></th>\n</tr>\n</thead>\n<tbody>\n'
    '<tr class="row-even"><td><p>Biopsy</p></td>\n<td class="text-left"><p></p></td>\n</tr>\n</tbody>\n</table>'
)


def test_each_cell_of_a_table_carries_the_heading_of_its_column():
    mended = mend(TABLE)
    assert '<td data-to="Leg"><p>Biopsy</p></td>' in mended
    assert '<td data-to="Would move us &amp; you" class="text-left">' in mended
    assert mended.count("data-to=") == 2


def test_a_table_drawn_by_a_widget_is_left_alone():
    drawn = TABLE.replace("docutils align-default", "to-stack")
    assert mend(drawn) == drawn
