// SPDX-License-Identifier: GPL-3.0-or-later
// What the words beside a date say it is: "Published", "Aktualisiert am", "When:".
#pragma once

#include <cstdint>
#include <string_view>

namespace newsindex {

enum class DateLabel : std::uint8_t {
  none,
  published,
  modified,
  weak,     // a preposition
  other,    // the day of an event, or of somebody's life
  foreign,  // the line is about terms, cookies, the site
  itself,   // a name for what was published
  of,       // a preposition that makes the date a part of a phrase
};

struct LineLabel {
  DateLabel label = DateLabel::none;  // published, modified, other, or none
  bool opens = false;                 // it begins the line, or what is before it names the article
  bool of_phrase = false;             // "The fire of": the date goes on with what the line tells
};

// `before`: the line up to the date, and not what is before the last date in it.
LineLabel label_before(std::string_view before);

// True for a line about something other than the article: "We updated our privacy policy on ...".
// The letters of a block.
bool is_of_the_site(std::string_view letters);

}  // namespace newsindex
