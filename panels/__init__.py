"""The room for panels: sittings, who came, agendas, decisions and their reasons. So far the allocation meeting."""
