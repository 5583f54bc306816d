// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/splitters.h"
#include "indexer/readers/xml_scanner.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestPreface = std::size_t{64} << 10;

// An element that is open around the records.
struct Open {
  std::string name;
  std::string start;    // its start tag
  std::string preface;  // what it contained before the first record
  bool has_record = false;
};

class XmlSplitter {
 public:
  XmlSplitter(Window& window, const XmlRecords& records, RecordSink& sink)
      : window_(window), records_(records), sink_(sink) {}

  void split() {
    const std::uint64_t before = sink_.count();
    while (sink_.wants_more()) {
      const auto token = next();
      if (!token) break;
      if (!take(*token)) break;
    }
    if (sink_.wants_more() && sink_.count() == before && !window_.failed())
      sink_.refuse("no articles in it");
  }

 private:
  // The piece at the front of the window; nullopt at the end. A piece that never ends is a reject.
  std::optional<XmlToken> next() {
    for (;;) {
      if (!window_.text().empty())
        if (const auto token = next_xml_token(window_.text(), false)) return token;
      if (sink_.too_long(window_.text().size())) {
        sink_.refuse_too_long();
        return std::nullopt;
      }
      if (!window_.grow()) break;
    }
    if (window_.text().empty()) return std::nullopt;
    const auto token = next_xml_token(window_.text(), true);
    if (!token && !window_.failed()) sink_.refuse_unread("the file ends within a tag or a comment");
    return token;
  }

  bool take(const XmlToken& token) {
    const std::string raw(window_.text().substr(0, token.end));
    const bool opens = token.piece == XmlPiece::start_tag || token.piece == XmlPiece::empty_tag;
    if (opens && is_record(token.name)) return take_record(token);
    const std::size_t name_size = token.name.size();
    window_.drop(token.end);
    if (token.piece == XmlPiece::start_tag) {
      if (open_.size() >= deepest()) {
        refuse_depth();
        return false;
      }
      open_.push_back({raw.substr(1, name_size), raw, {}, false});
    } else if (token.piece == XmlPiece::end_tag) {
      close(raw);
    } else if (!open_.empty()) {
      add(open_.back(), raw);
    }
    return true;
  }

  static void add(Open& open, std::string_view raw) {
    if (open.has_record) return;
    if (open.preface.size() + raw.size() > kLongestPreface)
      open.preface.clear();
    else
      open.preface += raw;
  }

  void close(const std::string& raw) {
    if (open_.empty()) return;
    const Open closed = std::move(open_.back());
    open_.pop_back();
    if (open_.empty()) return;
    if (closed.has_record)
      open_.back().has_record = true;
    else
      add(open_.back(), closed.start + closed.preface + raw);
  }

  bool is_record(std::string_view name) const {
    const std::string_view local = local_xml_name(name);
    if (records_.path.empty())
      return std::find(records_.names.begin(), records_.names.end(), local) != records_.names.end();
    if (records_.path.size() != open_.size() + 1 || records_.path.back() != local) return false;
    return std::equal(open_.begin(), open_.end(), records_.path.begin(),
                      [](const Open& open, const std::string& name_of) {
                        return local_xml_name(open.name) == name_of;
                      });
  }

  // Takes a record from its start tag to its end tag, and gives it with what is open around it.
  bool take_record(const XmlToken& first) {
    std::size_t at = first.end;
    std::size_t depth = first.piece == XmlPiece::start_tag ? 1 : 0;
    while (depth > 0) {
      if (sink_.too_long(at) || depth > deepest()) {
        refuse_record(depth);
        return false;
      }
      const std::string_view rest = window_.text().substr(at);
      auto token = rest.empty() ? std::nullopt : next_xml_token(rest, false);
      if (!token && sink_.too_long(window_.text().size())) {
        sink_.refuse_too_long();
        return false;
      }
      if (!token) {
        if (window_.grow()) continue;
        const std::string_view last = window_.text().substr(at);
        if (!last.empty()) token = next_xml_token(last, true);
      }
      if (!token) {
        if (!window_.failed()) sink_.refuse_unread("the file ends within a record");
        return false;
      }
      if (token->piece == XmlPiece::start_tag) ++depth;
      if (token->piece == XmlPiece::end_tag) --depth;
      at += token->end;
    }
    give(at);
    return true;
  }

  std::size_t deepest() const { return sink_.limits().depth; }

  void refuse_depth() {
    sink_.refuse("elements are nested more than " + std::to_string(deepest()) + " deep");
  }

  void refuse_record(std::size_t depth) {
    if (depth > deepest())
      refuse_depth();
    else
      sink_.refuse_too_long();
  }

  void give(std::size_t end) {
    std::string document;
    for (const Open& open : open_) document += open.start + open.preface;
    document += window_.text().substr(0, end);
    for (std::size_t i = open_.size(); i-- > 0;) document += "</" + open_[i].name + ">";
    for (Open& open : open_) open.has_record = true;
    sink_.give(RecordFormat::xml, document);
    window_.drop(end);
  }

  Window& window_;
  const XmlRecords& records_;
  RecordSink& sink_;
  std::vector<Open> open_;
};

}  // namespace

void split_xml(Window& window, const XmlRecords& records, RecordSink& sink) {
  XmlSplitter(window, records, sink).split();
}

}  // namespace newsindex
