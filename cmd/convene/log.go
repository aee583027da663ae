package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/tongue"
)

func newLog(o *options) *cobra.Command {
	var asJSON, brief bool
	cmd := &cobra.Command{
		Use:   "log CODE",
		Short: "Tell everything that happened, in order",
		Long: "Tell everything that happened in a workshop, in order, in its language, with the time of the place where it is " +
			"held; steps have the names that they have in the workshop. --json is the same in every language, with the time in " +
			"UTC.\n\n" +
			"What nobody but its author has seen stays private: notes and nominations before they are revealed, " +
			"and those that were taken back or worded anew; hands, and answers to a proposal, before they are shown. " +
			"Who has voted is in the log, and what they voted never.\n\n" +
			"If a lot was drawn, what follows explains how to check it without convene.\n\n" +
			"--brief leaves a minute that can be published: who took part, each phase with its time, and what was decided how. " +
			"Whose a concern or an objection was is not in it.\n\n" +
			"Once the group has begun, a table of the planned and the actual minutes of every block follows, without the breaks.",
		Example: "convene log brave-otter --brief > minute.txt",
		Args:    oneCode, ValidArgsFunction: o.completeCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON && brief {
				return usageError{errors.New("--brief is for people and --json for programs: choose one"), cmd.CommandPath()}
			}
			return o.withExisting(func(s *store.Store) error {
				records, unread := load(cmd.Context(), s, args[0])
				if len(records) == 0 {
					return unread
				}
				return errors.Join(tellLog(cmd.OutOrStdout(), records, brief, asJSON), unread)
			}, unknown(args[0]))
		},
	}
	cmd.Flags().BoolVar(&brief, "brief", false, "the minute alone: who, when, and what was decided how")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object per record and line, without the table")
	return cmd
}

// tellLog writes a log in one of its forms.
func tellLog(w io.Writer, records []workshop.Record, brief, asJSON bool) error {
	if asJSON {
		return writeLogJSON(w, records)
	}
	if brief {
		if err := writeMinute(w, records); err != nil {
			return err
		}
		return writeLedger(w, workshop.Replay(workshop.State{}, records...))
	}
	if err := writeLog(w, records); err != nil {
		return err
	}
	if err := writeLots(w, records); err != nil {
		return err
	}
	return writeLedger(w, workshop.Replay(workshop.State{}, records...))
}

// writeLog writes a line per record: when it happened, and what in plain words.
func writeLog(w io.Writer, records []workshop.Record) error {
	hidden := secrets(records)
	var s workshop.State
	for _, r := range records {
		before := s
		s = workshop.Evolve(s, r)
		line := narrator{before: before, after: s, record: r, private: hidden[r.Seq]}.tell()
		// Every text in a record was cleaned before it came there, unless somebody has forged the file.
		at := r.At.In(s.Zone())
		day := tongue.In(s.Lang).Date(at)
		if _, err := fmt.Fprintf(w, "%s %s  %s\n", day, at.Format(time.TimeOnly), oneLine(line)); err != nil {
			return err
		}
	}
	return nil
}
