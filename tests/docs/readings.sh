# What docs/readings.md shows: one question, asked of the program under each value of a reading.
#
#   readings.sh SLA
sla=$1

# under READING "VALUE..." WHAT COMMAND: for each value the rest of the first line that begins with WHAT, without UTC
under() {
  printf '$ sla %s%s=...\n' "$4" "$1"
  for value in $2; do
    printf '  %-30s  ' "$value"
    eval "\"$sla\" $4$1=$value" | sed -n "s/^ *$3  *//p" | sed 's/ ([^)]*Z)$//; 1q'
  done
  echo
}

under hour_spill 'carries_over within_one_day' response 'due --severity 2 --at "2026-11-20 16:00" --reading office_hours,'
under day_zero 'receipt_date business_date' response 'due --severity 3 --at "2026-11-21 12:00" --reading '
under due_time 'close_of_day same_time_of_day' response 'due --severity 3 --at "2025-07-04 10:00" --reading '
under desk_closure 'clock_runs clock_pauses' response 'due --severity 1 --at "2026-12-24 23:00" --reading '
under resolution_start 'report confirmation' resolution \
  'due --severity 2 --at "2026-11-20 22:00" --confirmed "2026-11-24 09:00" --reading '
under calendar 'us_federal us_banking' response 'due --severity 3 --at "2021-12-30 12:00" --reading '

tickets='explain --tickets tests/docs/tickets.csv --ticket'
under confirmation 'stands_for_both needs_both' RESOLUTION "$tickets PROVEN --reading "
under holds 'not_recognised recognised recognised_for_resolution' RESPONSE "$tickets HELD --reading "
under holds 'recognised' RESPONSE "$tickets FRIDAY --reading office_hours,due_time=same_time_of_day,"
under holds 'recognised' RESPONSE "$tickets SATURDAY --reading office_hours,due_time=same_time_of_day,"
under silent_remedy 'response_still_due counts_as_response' RESPONSE "$tickets SILENT --reading "
under on_close 'files_away remedies' RESOLUTION "$tickets FILED --reading "
under on_reopen 'goes_on_without_closed_time restarts first_close_is_final' RESOLUTION "$tickets AGAIN --reading "
under on_severity_change 'judged_from_the_original_start restarts' RESPONSE "$tickets RAISED --reading "

november='availability --month 2026-11 --offering common'
outages="$november --outages tests/docs/outages.csv"
under planned_time 'leaves_unavailable_time leaves_both' shop "$outages --reading "
under outage_rounding 'exact every_touched_minute only_whole_minutes' mail "$outages --reading "
under partial_outages 'count_by_weight count_in_full' search "$outages --reading "
under unknown_time 'counts_as_up counts_as_down leaves_measured_time' wiki \
  "$november --as-of 2026-12-01T00:00 --probes tests/docs/probes.csv --reading "
work='--maintenance tests/docs/maintenance.csv'
under short_notice 'counts excused' files "$outages $work --reading "
under emergency 'counts excused' login "$outages $work --reading "
