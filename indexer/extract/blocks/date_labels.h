// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises from the words beside a date what it is: "Published", "Aktualisiert am", "When:".
#pragma once

#include <cstdint>
#include <string_view>

namespace newsindex {

enum class DateLabel : std::uint8_t {
  none,
  published,
  modified,
  weak,     // a preposition: means published if it begins the line
  other,    // the day of an event, or of somebody's life
  foreign,  // a word about the site: "terms", "cookies"
  itself,   // a word for the article: "story", "report"
  of,       // a preposition that makes the date part of a phrase
};

struct LineLabel {
  DateLabel label = DateLabel::none;  // published, modified, other, or none
  bool opens = false;                 // begins the line, or stands after a word for the article
  bool of_phrase = false;             // "The fire of": the date is part of a phrase
};

// The label of a date. `before`: the line up to the date, but from the end of the date before it.
LineLabel label_before(std::string_view before);

// True for a line about the site and not the article: "We updated our privacy policy on ...".
// `letters`: those of the block.
bool is_of_the_site(std::string_view letters);

}  // namespace newsindex
