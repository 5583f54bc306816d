// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_envelope.h"
#include "indexer/readers/json_scanner.h"
#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

enum class Next : std::uint8_t { object, array_start, array_end, end, something_else };

Next what_is(char c, bool in_array) {
  if (c == '{') return Next::object;
  if (c == (in_array ? ']' : '[')) return in_array ? Next::array_end : Next::array_start;
  return Next::something_else;
}

// Skips white space and commas, and returns what follows.
Next seek(Window& window, bool in_array) {
  do {
    const std::string_view text = window.text();
    const std::size_t at = text.find_first_not_of(" \t\r\n,");
    window.drop(at == std::string_view::npos ? text.size() : at);
    if (at != std::string_view::npos) return what_is(text[at], in_array);
  } while (window.grow());
  return Next::end;
}

// Gives the object at the front of the text. False if the text ends inside it.
bool take_object(Window& window, RecordSink& sink) {
  JsonScanner scanner;
  bool dropped = false;
  std::size_t end = 0;
  while ((end = scanner.find_end(window.text())) == JsonScanner::npos) {
    if (dropped || sink.too_long(window.text().size())) {
      scanner.forget(window.text().size());
      window.drop(window.text().size());
      dropped = true;
    }
    if (!window.grow()) break;
  }
  const bool complete = end != JsonScanner::npos;
  if (dropped)
    sink.refuse_too_long();
  else if (!complete && !window.failed())
    sink.refuse_unread("not JSON: the file ends inside the record");
  else if (scanner.cut_off())
    sink.refuse("not JSON: the next record begins before this one ends");
  else if (complete)
    sink.give(RecordFormat::json, window.text().substr(0, end));
  if (complete) window.drop(end);
  return complete;
}

// Rejects what is in the place of an object: skips to the next object, or to the end of the array
// or file.
void refuse_stray(Window& window, RecordSink& sink, bool in_array) {
  sink.refuse("not a JSON object");
  const std::string_view ends = in_array ? "{]" : "{";
  do {
    const std::size_t at = window.text().find_first_of(ends);
    window.drop(at == std::string_view::npos ? window.text().size() : at);
    if (at != std::string_view::npos) return;
  } while (window.grow());
}

void refuse_open_array(const Window& window, RecordSink& sink) {
  if (!window.failed()) sink.refuse_unread("not JSON: the file ends inside its array");
}

// If the text begins with an envelope, drops it up to its list, and returns how many objects are
// open around the list; else returns 0.
std::size_t enter_envelope(Window& window) {
  constexpr std::size_t kFarthest = std::size_t{256} << 10;  // the most before the list
  JsonEnvelope look = look_for_envelope(window.text());
  while (look.is == JsonEnvelope::Is::undecided && window.text().size() < kFarthest &&
         window.grow())
    look = look_for_envelope(window.text());
  if (look.is != JsonEnvelope::Is::envelope) return 0;
  window.drop(look.list);
  return look.depth;
}

// Drops what follows the list of an envelope. False if the text ends inside it.
bool leave_envelope(Window& window, std::size_t depth) {
  JsonScanner scanner(depth);
  std::size_t end = 0;
  while ((end = scanner.find_end(window.text())) == JsonScanner::npos) {
    scanner.forget(window.text().size());
    window.drop(window.text().size());
    if (!window.grow()) return false;
  }
  window.drop(end);
  return true;
}

}  // namespace

void split_json_objects(Window& window, RecordSink& sink) {
  bool in_array = false;
  std::size_t envelope = 0;  // how many objects are open around the array
  while (sink.wants_more()) {
    const Next next = seek(window, in_array);
    if (next == Next::end) {
      if (in_array) refuse_open_array(window, sink);
      return;
    }
    if (next == Next::array_start || next == Next::array_end) {
      in_array = next == Next::array_start;
      window.drop(1);
      if (envelope > 0 && !leave_envelope(window, envelope)) return refuse_open_array(window, sink);
      envelope = 0;
    } else if (next == Next::something_else) {
      refuse_stray(window, sink, in_array);
    } else if (!in_array && (envelope = enter_envelope(window)) > 0) {
      in_array = true;
    } else if (!take_object(window, sink)) {
      return;
    }
  }
}

}  // namespace newsindex
