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

// load reads the log of one workshop. A code that nobody has used is an error with a hint.
func load(ctx context.Context, s *store.Store, typed string) ([]workshop.Record, error) {
	code := strings.ToLower(strings.TrimSpace(typed))
	records, err := s.Load(ctx, workshop.ID(code), 0)
	switch {
	case err != nil:
		return nil, err
	case len(records) == 0:
		return nil, unknown(typed)
	}
	if _, err := workshop.Recall(workshop.ID(code), records...); err != nil {
		return nil, err
	}
	return records, nil
}

// unknown is the error about a code that nobody has used.
func unknown(typed string) error {
	return hintedError{fmt.Errorf("there is no workshop %q", typed), "convene list shows the codes there are"}
}

// loadAll reads all workshops, newest first. Those that can be read are returned even when others cannot; the error
// then says which.
func loadAll(ctx context.Context, s *store.Store) ([]workshop.State, error) {
	ids, err := s.IDs(ctx)
	if err != nil {
		return nil, err
	}
	var all []workshop.State
	var unread []error
	for _, id := range ids {
		records, err := s.Load(ctx, id, 0)
		if err != nil {
			unread = append(unread, err)
			continue
		}
		s, err := workshop.Recall(id, records...)
		if err != nil {
			unread = append(unread, err)
			continue
		}
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(a, b workshop.State) int {
		return cmp.Or(b.Opened.Compare(a.Opened), strings.Compare(string(a.ID), string(b.ID)))
	})
	return all, errors.Join(unread...)
}
