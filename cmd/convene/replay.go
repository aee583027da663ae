package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/tui"
	"convene/workshop"
	"convene/workshop/reel"
)

func newReplay(o *options) *cobra.Command {
	var speed float64
	cmd := &cobra.Command{
		Use:   "replay CODE",
		Short: "Show a workshop again, as everybody saw it",
		Long: "Show a workshop again in this terminal, as everybody saw it: nothing private, nothing before it was shown, " +
			"no ballots. Of a workshop that goes on it shows what there is so far.\n\n" +
			"space pauses it, the arrow keys step from record to record and from phase to phase, + and - change the speed, " +
			"? shows every key. Where nothing happened for more than two minutes, the wait is cut.",
		Example: "convene replay brave-otter --speed 120",
		Args:    oneCode, ValidArgsFunction: o.completeCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !(speed >= tui.LeastReplaySpeed && speed <= tui.MostReplaySpeed) {
				return usageError{fmt.Errorf("the speed of a replay is a number from %s", replaySpeeds()), cmd.CommandPath()}
			}
			var records []workshop.Record
			unread := o.withExisting(func(s *store.Store) (err error) {
				records, err = load(cmd.Context(), s, args[0])
				return err
			}, unknown(args[0]))
			if len(records) == 0 {
				return unread
			}
			if !isTerminal(cmd.InOrStdin()) || !isTerminal(cmd.OutOrStdout()) {
				return hintedError{errors.New("a replay needs a terminal to be shown on"), "convene log " + args[0] + " tells what happened"}
			}
			film := reel.New(records)
			err := tui.RunReplay(cmd.Context(), tui.ReplayConfig{
				Reel: film, Tell: func(n int) string { return tellRecord(film, n) }, Speed: speed, Now: time.Now,
				ASCII: !speaksUTF8(os.Getenv), Dark: isDark(os.Getenv),
			}, cmd.InOrStdin(), cmd.OutOrStdout())
			return errors.Join(err, unread) // said when the screen is gone
		},
	}
	cmd.Flags().Float64Var(&speed, "speed", 60, "how many times faster than it was, "+replaySpeeds())
	return cmd
}

// replaySpeeds are those at which a replay can begin, in words.
func replaySpeeds() string { return fmt.Sprintf("%d to %d", tui.LeastReplaySpeed, tui.MostReplaySpeed) }

// tellRecord tells the n-th record as far as everyone saw it when it came: what was revealed only later is private still, and
// what only facilitators see is not told at all.
func tellRecord(film *reel.Reel, n int) string {
	before, record := film.State(n-1), film.Record(n)
	then := newVeil()
	then.state = before
	then.see(record)
	line := narrator{before: before, after: film.State(n), record: record, private: then.hidden[record.Seq], to: toRoom}.tell()
	return oneLine(line)
}
