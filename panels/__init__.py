"""The room for panels: agendas, packs, quorum, decisions and their reasons. Nothing is built in it yet."""
