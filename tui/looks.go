package tui

// What somebody does on these screens is to read, and to scroll where there is more than fits.

func (s *rollScreen) onlooker(stage) any { return rollScreen{} }
func (s *rollScreen) same(any) onlooking { return &rollScreen{} }
func (s *rollScreen) found() screen      { return s }
func (s *rollScreen) drawn(screen)       {}

func (s *briefScreen) onlooker(stage) any      { return *s }
func (s *briefScreen) same(look any) onlooking { as := look.(briefScreen); return &as }
func (s *briefScreen) found() screen           { return s }
func (s *briefScreen) drawn(as screen)         { *s = *as.(*briefScreen) }

func (s *alignScreen) onlooker(stage) any      { return *s }
func (s *alignScreen) same(look any) onlooking { as := look.(alignScreen); return &as }
func (s *alignScreen) found() screen           { return s }
func (s *alignScreen) drawn(as screen)         { *s = *as.(*alignScreen) }
