"""An organisation's own numbers: the measures of its policy, evaluated over what it has published."""

from yuandi.measures.measures import counted_bodies, measures, unusable
from yuandi.measures.rows import COVERED, Limit, Row, State, rule_for

__all__ = ["COVERED", "Limit", "Row", "State", "counted_bodies", "measures", "rule_for", "unusable"]
