package store

import (
	"bytes"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// change runs f in a write transaction. Whatever changes what the file holds goes through it, since it then wipes what
// the transaction left behind where this may tell of ballots: when f says that it touched a box, when any workshop has
// one, and when an earlier wiping failed. After an error nothing of the transaction is in.
func (s *Store) change(f func(tx *bolt.Tx) (touched bool, err error)) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	if err := s.heal(); err != nil {
		return err
	}
	secret := s.unclean != nil
	err := s.update(func(tx *bolt.Tx) error {
		touched, err := f(tx)
		if err != nil {
			return err
		}
		secret = secret || touched || anyBox(tx)
		return nil
	})
	if err != nil {
		if secret && s.unclean == nil { // the file may have got pages before the transaction failed
			s.unclean = fmt.Errorf("wipe traces of ballots: %w", err)
		}
		return err
	}
	if secret {
		// The change is in, whatever comes of this. Every later scrub makes up for one that failed.
		_ = s.scrub()
	}
	return nil
}

// scrub fills every page that nothing refers to with zeros. Those of a vote hold the box as it was one ballot ago,
// two ballots ago and so on, and together with the order of the roll that is who voted what. See the package comment.
//
// It keeps all readers out, and the caller, who holds writer, keeps out writers: no page is taken meanwhile, and no
// transaction still sees an older state. The newest state must be on the disk: a crash that brought back an older one
// would bring back references to pages that are zeros now.
func (s *Store) scrub() (err error) {
	s.readers.Lock()
	defer s.readers.Unlock()
	failed := s.unclean != nil
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
	traces, err := s.traces(m, failed)
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
// are among them: a transaction that crashed may have written there. After a wiping that failed, those that are zeros are
// traces as well: a sync that fails may leave zeros to be read where the disk has something else.
func (s *Store) traces(m pageMap, failed bool) ([]int64, error) {
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
		if failed || !bytes.Equal(page, zeros) {
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
