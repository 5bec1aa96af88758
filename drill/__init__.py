"""What SENDPath must survive, tried on real processes and on a clock that is held. docs/operators/drill.md explains.

``invariants`` and ``reckoning`` say what must be true. They ask nothing of the code they check: they read the
database, the letters that arrived, and the rules' data.
"""
