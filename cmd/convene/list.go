package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/text"
)

// listed is a workshop as the list has it.
type listed struct {
	Code   workshop.ID    `json:"code"`
	Topic  string         `json:"topic"`
	Name   string         `json:"name,omitempty"` // the community's, once it has one
	Opened time.Time      `json:"opened"`
	Step   workshop.Step  `json:"step"`
	Phase  workshop.Phase `json:"phase"`
	Closed bool           `json:"closed"`
	People int            `json:"people"`
	where  string
}

func newList(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the workshops, newest first",
		Args:  nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return o.withStore(func(s *store.Store) error {
				all, err := list(cmd.Context(), s)
				if err != nil {
					return err
				}
				if asJSON {
					return writeListJSON(cmd.OutOrStdout(), all)
				}
				if len(all) == 0 {
					fmt.Fprintln(cmd.ErrOrStderr(), "There are no workshops yet; convene new TOPIC creates one.")
				}
				return writeList(cmd.OutOrStdout(), all)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return cmd
}

// list loads all workshops, newest first.
func list(ctx context.Context, s *store.Store) ([]listed, error) {
	ids, err := s.IDs(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]listed, 0, len(ids))
	for _, id := range ids {
		records, err := s.Load(ctx, id, 0)
		if err != nil {
			return nil, err
		}
		state := workshop.Replay(workshop.State{}, records...)
		all = append(all, listed{
			Code: id, Topic: state.Topic, Name: state.Name.Chosen, Opened: state.Opened,
			Step: state.At.Step, Phase: state.At.Phase, Closed: state.Closed(),
			People: len(state.Participants()), where: where(state),
		})
	}
	slices.SortFunc(all, func(a, b listed) int {
		return cmp.Or(b.Opened.Compare(a.Opened), strings.Compare(string(a.Code), string(b.Code)))
	})
	return all, nil
}

func writeListJSON(w io.Writer, all []listed) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

// writeList writes a table. Its columns are as wide, in cells, as their widest text.
func writeList(w io.Writer, all []listed) error {
	rows := make([][]string, len(all))
	var widths [4]int
	for i, l := range all {
		rows[i] = []string{string(l.Code), l.Topic, l.Opened.Local().Format(time.DateOnly), l.where, people(l.People)}
		for c := range widths {
			widths[c] = max(widths[c], text.Cells(rows[i][c]))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for c, cell := range row {
			line.WriteString(cell)
			if c < len(widths) {
				line.WriteString(strings.Repeat(" ", widths[c]-text.Cells(cell)+2))
			}
		}
		if _, err := fmt.Fprintln(w, line.String()); err != nil {
			return err
		}
	}
	return nil
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}
