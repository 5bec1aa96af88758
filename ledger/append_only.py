"""The triggers that make a table append-only. Used by the ledger's migrations."""

FUNCTION = """
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def forward(table: str) -> str:
    """SQL that makes ``table`` refuse UPDATE, DELETE and TRUNCATE."""
    return (
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION ledger_refuse(); "
        f"CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
    )


def backward(table: str) -> str:
    """SQL that takes it back."""
    return f"DROP TRIGGER append_only ON {table}; DROP TRIGGER append_only_whole ON {table}"
