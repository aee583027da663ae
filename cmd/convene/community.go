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

func newCommunity(o *options) *cobra.Command {
	var format, file string
	cmd := &cobra.Command{
		Use:   "community CODE",
		Short: "Write the page of a community",
		Long: "Write the page of the community that a workshop has founded: its health checks side by side, what became of its " +
			"actions, and what it has held. It is in the language of the workshop; the keys of JSON and the columns of CSV are " +
			"the same in every language. Of a card that fewer than five have answered it has nothing but how many they were.",
		Example: `convene community brave-otter
convene community brave-otter -f html -o community.html`,
		Args: oneCode, ValidArgsFunction: o.completeCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			f := export.Format(format)
			if err := export.WriteCommunity(io.Discard, f, workshop.Community{}); errors.Is(err, export.ErrFormat) {
				return usageError{err, cmd.CommandPath()}
			}
			return o.withExisting(func(s *store.Store) error {
				records, unread := load(cmd.Context(), s, args[0])
				if len(records) == 0 {
					return unread
				}
				c, founded := workshop.Replay(workshop.State{}, records...).Community()
				if !founded {
					return errors.Join(unfinished(), unread)
				}
				var page bytes.Buffer
				if err := export.WriteCommunity(&page, f, c); err != nil {
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
