"""How well the general strategies read engines that no portal file knows: an instrument, not a set of examples.

`models` are articles in our own words; `templates` print them in the markup of many engines, with what a careful reader
finds there; `scoring` reads the pages with layouts off and compares. Templates follow what sites print, never what the
code can read: a field that is not read belongs into known_gaps.json, not out of the template.
"""
