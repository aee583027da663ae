package main

import (
	"bytes"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/export"
)

func newExport(o *options) *cobra.Command {
	var format, file string
	cmd := &cobra.Command{
		Use:   "export CODE",
		Short: "Write the canvas of a workshop",
		Long: "Write the canvas of a workshop, in the language in which it is held. " +
			"The keys of JSON and the columns of CSV are the same in every language.",
		Example: `convene export brave-otter
convene export brave-otter -f html -o canvas.html
convene export brave-otter -f csv -o notes.csv`,
		Args: oneCode, ValidArgsFunction: o.completeCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			f := export.Format(format)
			if err := export.Write(io.Discard, f, workshop.Canvas{}); errors.Is(err, export.ErrFormat) {
				return usageError{err, cmd.CommandPath()}
			}
			return o.withExisting(func(s *store.Store) error {
				records, unread := load(cmd.Context(), s, args[0])
				if len(records) == 0 {
					return unread
				}
				var page bytes.Buffer
				canvas := workshop.Replay(workshop.State{}, records...).Canvas()
				if err := export.Write(&page, f, canvas); err != nil {
					return err
				}
				if file != "" {
					return errors.Join(writeFile(file, page.Bytes()), unread)
				}
				_, err := page.WriteTo(cmd.OutOrStdout())
				return errors.Join(err, unread)
			}, unknown(args[0]))
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", string(export.FormatMarkdown), "markdown, html, json or csv")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this file instead of standard output")
	complete := cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp)
	_ = cmd.RegisterFlagCompletionFunc("format", complete) // it fails for unknown flags only
	return cmd
}

// formatNames are what the formats are called on the command line.
func formatNames() []cobra.Completion {
	var out []cobra.Completion
	for _, f := range export.Formats() {
		out = append(out, string(f))
	}
	return out
}
