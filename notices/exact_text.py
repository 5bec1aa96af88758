"""The trigger that keeps a letter as it was written. Used by the migrations."""

KEPT = (
    "authority", "entry_ref", "case_ref", "template", "to_ref", "channel", "address", "subject", "body", "written_at",
)  # fmt: skip
"""What was said, of what, to whom, where and when: what a court may one day be shown."""
_OLD, _NEW = (", ".join(f"{row}.{column}" for column in KEPT) for row in ("OLD", "NEW"))

FORWARD = f"""
CREATE FUNCTION notices_keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a letter stays as it was written: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER stays_as_written BEFORE UPDATE ON notices_dispatch FOR EACH ROW
  WHEN (({_OLD}) IS DISTINCT FROM ({_NEW})) EXECUTE FUNCTION notices_keep_text()
"""
BACKWARD = "DROP TRIGGER stays_as_written ON notices_dispatch; DROP FUNCTION notices_keep_text()"
