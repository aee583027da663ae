package main

import (
	"io"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/export"
)

func newCommunity(o *options) *cobra.Command {
	var p page
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
			return p.write(o, cmd, args[0], func(w io.Writer, f export.Format, in *store.Store, s workshop.State) error {
				c, founded := communityOf(cmd.Context(), in, s)
				if !founded {
					return unfinished()
				}
				return export.WriteCommunity(w, f, c)
			})
		},
	}
	p.flags(cmd)
	return cmd
}
