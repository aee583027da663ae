package store

import (
	"bytes"
	"fmt"
)

// scrub fills every page that nothing refers to with zeros. Those of a vote hold the box as it was one ballot ago,
// two ballots ago and so on, and together with the order of the roll that is who voted what. See the package comment.
//
// It keeps all readers out, and the caller, who holds writer, keeps out writers: no page is taken meanwhile, and no
// transaction still sees an older state. The newest state must be on the disk: a crash that brought back an older one
// would bring back references to pages that are zeros now.
func (s *Store) scrub() (err error) {
	s.readers.Lock()
	defer s.readers.Unlock()
	defer func() {
		if err != nil {
			err = fmt.Errorf("wipe traces of ballots: %w", err)
		}
		s.unclean = err
	}()
	m, err := s.pageMap()
	if err != nil {
		return err
	}
	traces, err := s.traces(m)
	if err != nil {
		return err
	}
	return s.wipe(traces)
}

// pageMap looks which pages are in use. It returns ErrDamaged when the pages do not fit together.
func (s *Store) pageMap() (pageMap, error) {
	pages, err := s.pages()
	if err != nil {
		return nil, err
	}
	m, err := readPageMap(s.file, pages, s.pageSize)
	if err != nil {
		return nil, s.contentError(err)
	}
	return m, nil
}

// pages is how many pages the file has room for.
func (s *Store) pages() (int64, error) {
	info, err := s.file.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size() / int64(s.pageSize), nil
}

// traces finds the pages that nothing refers to and that are not zeros. Those behind the last one that was ever used
// are among them: a transaction that crashed may have written there.
func (s *Store) traces(m pageMap) ([]int64, error) {
	pages, err := s.pages()
	if err != nil {
		return nil, err
	}
	var out []int64
	file := newWindow(s.file, pagesAtOnce*s.pageSize)
	page, zeros := make([]byte, s.pageSize), make([]byte, s.pageSize)
	for id := range pages {
		if m.used(id) {
			continue
		}
		if _, err := file.ReadAt(page, id*int64(s.pageSize)); err != nil {
			return nil, err
		}
		if !bytes.Equal(page, zeros) {
			out = append(out, id)
		}
	}
	return out, nil
}

// wipe fills pages with zeros.
func (s *Store) wipe(pages []int64) error {
	if len(pages) == 0 {
		return nil
	}
	zeros := make([]byte, s.pageSize)
	for _, id := range pages {
		if _, err := s.file.WriteAt(zeros, id*int64(s.pageSize)); err != nil {
			return err
		}
	}
	return s.file.Sync()
}
