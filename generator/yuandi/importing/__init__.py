"""A document as it came from an office to proposed entries: read, recognise, write."""

from yuandi.importing.propose import proposals
from yuandi.importing.readers.refused import Refused
from yuandi.importing.readers.source import Source
from yuandi.importing.recognise.names import Wishes
from yuandi.importing.write.assembly import Job
from yuandi.importing.write.proposal import Proposal

__all__ = ["Job", "Proposal", "Refused", "Source", "Wishes", "proposals"]
