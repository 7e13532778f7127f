"""One story in many texts: what two texts are to each other, and whom a text names as its source. Pure (docs/duplicates.md).

>>> from kznews.stories import compare, sketch_of
>>> text = "Алматыда 2024 жылғы 12 сәуірде жаңа мектеп ашылды, онда 600 бала оқиды, деп хабарлады қала әкімдігі бүгін таңертең"
>>> compare(sketch_of([text]), sketch_of([text + ". Толығырақ кейінірек."])).relation.value
'same'
"""

from kznews.stories.comparing import Finding, Relation, compare
from kznews.stories.scheme import CURRENT, Scheme
from kznews.stories.sketch import Sketch, sketch_of

__all__ = ["CURRENT", "Finding", "Relation", "Scheme", "Sketch", "compare", "sketch_of"]
