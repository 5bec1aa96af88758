"""How quick it is, as ratios to hand-written SQL and to a bare page in the same run. docs/performance.md explains.

Never compare one machine's times with another's, nor two runs: only the arms of one run, which take turns.
"""
