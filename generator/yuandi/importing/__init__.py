"""Import of office documents as proposed entries: read, recognise, write."""

from yuandi.importing.propose import proposals
from yuandi.importing.readers.refused import Refused
from yuandi.importing.readers.source import Source
from yuandi.importing.recognise.names import Wishes
from yuandi.importing.write.assembly import ImportJob
from yuandi.importing.write.proposal import Proposal

__all__ = ["ImportJob", "Proposal", "Refused", "Source", "Wishes", "proposals"]
