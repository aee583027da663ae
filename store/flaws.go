package store

import (
	"errors"
	"io"

	"convene/workshop"
)

// flawAt is an errFlaw with the names of the buckets in which it is.
type flawAt struct {
	path []string
	err  error
}

// workshop is the one in which the flaw is; empty when it is in none.
func (f flawAt) workshop() workshop.ID {
	if len(f.path) < 2 || f.path[0] != string(workshopsBucket) {
		return ""
	}
	return workshop.ID(f.path[1])
}

// flaws are what a walk has noted instead of ending.
type flaws struct {
	noted []flawAt
	path  []string // the names of the buckets in which the walk is
}

// note notes a flaw, so that the walk can go on beside it. It is false for any other error.
func (f *flaws) note(err error) bool {
	if f == nil || !errors.Is(err, errFlaw) {
		return false
	}
	f.noted = append(f.noted, flawAt{append([]string{}, f.path...), err})
	return true
}

func (f *flaws) enter(bucket []byte) {
	if f != nil {
		f.path = append(f.path, string(bucket))
	}
}

func (f *flaws) leave() {
	if f != nil {
		f.path = f.path[:len(f.path)-1]
	}
}

// readFlaws walks through all pages as readPageMap does, and returns everything that keeps them from fitting together.
// What is below a page with a flaw is not looked at, and so nothing is said of pages that may belong there.
func readFlaws(file io.ReaderAt, pages int64, pageSize int) ([]flawAt, error) {
	f := &flaws{}
	if _, err := mapPages(file, pages, pageSize, f); err != nil && !f.note(err) {
		return nil, err
	}
	return f.noted, nil
}

// brokenMetas are those of the two meta pages that are not whole. bbolt makes do with the other one.
func brokenMetas(file io.ReaderAt, pageSize int) ([]int64, error) {
	var broken []int64
	for id := range int64(firstPage) {
		b := make([]byte, headerSize+metaSize)
		if _, err := file.ReadAt(b, id*int64(pageSize)); err != nil {
			return nil, err
		}
		if _, whole := wholeMeta(b[headerSize:]); !whole || readHeader(b).id != uint64(id) {
			broken = append(broken, id)
		}
	}
	return broken, nil
}
