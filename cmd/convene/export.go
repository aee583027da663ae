package main

import (
	"io"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/export"
)

func newExport(o *options) *cobra.Command {
	var p page
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
			return p.write(o, cmd, args[0], func(w io.Writer, f export.Format, _ *store.Store, s workshop.State) error {
				return export.Write(w, f, s.Canvas())
			})
		},
	}
	p.flags(cmd)
	return cmd
}
