"""Do notebooks open at once, though their first cell names what opens forms?"""

import subprocess
import sys


def test_the_first_cell_of_a_notebook_loads_nothing_that_draws():
    code = (
        "import sys\nfrom dateline import answer_form, check, hint, open_case, progress\n"
        "print([name for name in ('anywidget', 'ipywidgets', 'pandas', 'matplotlib') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
