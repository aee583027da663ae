package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"convene/store"
	"convene/workshop"
)

// load reads the log of one workshop. When only its beginning can be read, that is returned with an error that says so. A code
// that nobody has used is an error with a hint.
func load(ctx context.Context, s *store.Store, typed string) ([]workshop.Record, error) {
	code := workshop.ID(strings.ToLower(strings.TrimSpace(typed)))
	_, records, err := recall(ctx, s, code)
	if err == nil && len(records) == 0 {
		return nil, unknown(typed)
	}
	return records, err
}

// recall reads a workshop and the log that it comes from, as far as that can be read.
func recall(ctx context.Context, s *store.Store, id workshop.ID) (workshop.State, []workshop.Record, error) {
	records, unread := s.Load(ctx, id, 0)
	state, err := workshop.Salvage(id, records...)
	return state, records[:state.Seq], cmp.Or(err, unread) // what doesn't fit comes before what can't be read
}

// unknown is the error about a code that nobody has used.
func unknown(typed string) error {
	return hintedError{fmt.Errorf("there is no workshop %q", typed), "convene list shows the codes there are"}
}

// loadAll reads all workshops, newest first. Those that can be read are returned even when others cannot, and of those
// as much as can be read; the error then says which.
func loadAll(ctx context.Context, s *store.Store) ([]workshop.State, error) {
	ids, err := s.IDs(ctx)
	if err != nil {
		return nil, err
	}
	var all []workshop.State
	var unread []error
	for _, id := range ids {
		state, _, err := recall(ctx, s, id)
		if err != nil {
			unread = append(unread, err)
		}
		if state.Open() {
			all = append(all, state)
		}
	}
	slices.SortStableFunc(all, func(a, b workshop.State) int {
		return cmp.Or(b.Opened.Compare(a.Opened), strings.Compare(string(a.ID), string(b.ID)))
	})
	return all, errors.Join(unread...)
}
