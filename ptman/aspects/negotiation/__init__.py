"""Regular negotiation: agendas that carry over, minutes that do things, briefs, notices and calendars."""
