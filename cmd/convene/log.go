package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/text"
)

func newLog(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "log CODE",
		Short: "Tell everything that happened, in order",
		Long: "Tell everything that happened in a workshop, in order.\n\n" +
			"What nobody but its author has seen stays private: notes and nominations before they are revealed, " +
			"and those that were taken back or worded anew; hands, and answers to a proposal, before they are shown. " +
			"Who has voted is in the log, and what they voted never.\n\n" +
			"If a lot was drawn, what follows explains how to check it without convene.\n\n" +
			"Once the group has begun, a table of the planned and the actual minutes of every block follows, without the breaks.",
		Args: oneCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.withExisting(func(s *store.Store) error {
				records, err := load(cmd.Context(), s, args[0])
				if err != nil {
					return err
				}
				if asJSON {
					return writeLogJSON(cmd.OutOrStdout(), records)
				}
				if err := writeLog(cmd.OutOrStdout(), records); err != nil {
					return err
				}
				if err := writeLots(cmd.OutOrStdout(), records); err != nil {
					return err
				}
				return writeLedger(cmd.OutOrStdout(), workshop.Replay(workshop.State{}, records...))
			}, unknown(args[0]))
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object per record and line, without the table")
	return cmd
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
		if _, err := fmt.Fprintf(w, "%s  %s\n", r.At.Local().Format(time.DateTime), text.Line(line)); err != nil {
			return err
		}
	}
	return nil
}
