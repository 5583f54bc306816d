// SPDX-License-Identifier: GPL-3.0-or-later
// Splits an issue of a newspaper (a METS file and its pages) into a record for each article, and
// for each page without named articles. The records are described in indexer/extract/ocr/issue.h.
#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/mets.h"
#include "indexer/readers/page_text.h"
#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string with_attribute(const char* name, const std::string& value) {
  return value.empty() ? std::string() : std::string(" ") + name + "=\"" + escaped(value) + '"';
}

// Reads the pages of an issue on demand, and keeps those that were used last.
class Pages {
 public:
  Pages(const std::vector<SourcePage>& pages, const ReadLimits& limits) : limits_(limits) {
    for (const SourcePage& page : pages) known_.emplace(page.href, &page);
  }

  // True if the file is a page, or was one before it went missing.
  bool is_page(const MetsFile& file) const { return known_.contains(file.href); }

  // Null if the page cannot be read: failures() then says why.
  std::shared_ptr<const PageText> text(const MetsFile& file) {
    const auto known = known_.find(file.href);
    if (known == known_.end() || failures_.contains(file.href)) return nullptr;
    for (auto at = kept_.begin(); at != kept_.end(); ++at)
      if (at->first == file.href) {
        kept_.splice(kept_.begin(), kept_, at);
        return kept_.front().second;
      }
    return read(*known->second);
  }

  // Why pages could not be read, by their name (href) in the METS file.
  const std::map<std::string, std::string>& failures() const { return failures_; }

  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  std::shared_ptr<const PageText> read(const SourcePage& page) {
    std::string failure = page.failure;
    std::shared_ptr<const PageText> text;
    if (failure.empty()) {
      FileBytes bytes(page.place, limits_.go_on);
      text = std::make_shared<const PageText>(bytes, limits_);
      failure = text->failure();
    }
    if (!failure.empty()) {
      failures_.emplace(page.href, failure);
      return nullptr;
    }
    bytes_read_ += text->bytes();
    kept_.emplace_front(page.href, text);
    drop_old();
    return text;
  }

  void drop_old() {
    std::uint64_t kept = 0;
    for (auto at = kept_.begin(); at != kept_.end(); ++at) {
      kept += at->second->bytes();
      if (kept <= limits_.record_bytes || at == kept_.begin()) continue;
      kept_.erase(at, kept_.end());
      return;
    }
  }

  const ReadLimits& limits_;
  std::map<std::string, const SourcePage*> known_;
  std::list<std::pair<std::string, std::shared_ptr<const PageText>>> kept_;  // the last used first
  std::map<std::string, std::string> failures_;
  std::uint64_t bytes_read_ = 0;
};

// The parts of pages that a unit already has. METS may name a block and also the block around it.
class Taken {
 public:
  // False if the part is inside one that was added.
  bool add(std::size_t file, std::size_t start, std::size_t end) {
    auto before = ends_.upper_bound({file, start});
    if (before != ends_.begin() && (--before)->first.first == file && end <= before->second)
      return false;
    ends_[{file, start}] = end;
    return true;
  }

 private:
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> ends_;  // by file and start
};

// False for a picture without a caption or a blank page: neither an article nor an error.
bool has_words(std::string_view text) {
  return text.find("CONTENT=") != std::string_view::npos ||
         text.find("Unicode>") != std::string_view::npos;
}

class MetsSplitter {
 public:
  MetsSplitter(const MetsIssue& issue, std::uint64_t bytes, RecordSink& sink)
      : issue_(issue), bytes_(bytes), sink_(sink), pages_(sink.file().pages, sink.limits()) {}

  void split() {
    const std::uint64_t before = sink_.count();
    for (const MetsUnit& unit : issue_.units)
      if (!give(unit)) return;
    for (const MetsUnit& page : issue_.pages)
      if (!covered_.contains(page.areas[0].file) && !give(page)) return;
    for (const auto& [href, reason] : pages_.failures())
      sink_.refuse("its page '" + href + "' is left out: " + reason);
    if (sink_.count() == before)
      sink_.refuse("METS without pages of ALTO or PAGE XML beside it that have text");
  }

 private:
  // False if nothing more is to be given.
  bool give(const MetsUnit& unit) {
    const std::string text = text_of(unit);
    if (!has_words(text)) return true;
    std::string record = "<mets" + with_attribute("OBJID", issue_.id) +
                         with_attribute("LABEL", issue_.label) + "><issue>";
    for (const std::string& id : issue_.issue_descriptions) add_description(id, record);
    record += "</issue><unit" + with_attribute("ID", unit.id) + with_attribute("TYPE", unit.type) +
              with_attribute("LABEL", unit.label) + ">";
    for (const std::string& label : unit.sections)
      record += "<section" + with_attribute("LABEL", label) + "/>";
    for (const std::string& id : unit.descriptions) add_description(id, record);
    record += text + "</unit></mets>";
    given_ += record.size();
    const ReadLimits& limits = sink_.limits();
    if (given_ > limits.grace_bytes + limits.expansion * bytes_ ||
        pages_.bytes_read() > limits.grace_bytes + limits.expansion * bytes_) {
      sink_.refuse_unread("expands to more than " + std::to_string(limits.expansion) +
                          " times its size");
      return false;
    }
    sink_.give(RecordFormat::xml, record);
    return sink_.wants_more();
  }

  void add_description(const std::string& id, std::string& to) const {
    if (const auto found = issue_.descriptions.find(id); found != issue_.descriptions.end())
      to += found->second;
  }

  // The blocks of a unit, each once, grouped into parts of the same type.
  std::string text_of(const MetsUnit& unit) {
    std::string text;
    std::string open;
    Taken taken;
    for (const MetsArea& area : unit.areas) {
      const MetsFile& file = issue_.files[area.file];
      if (!pages_.is_page(file)) continue;
      covered_.insert(area.file);
      const auto page = pages_.text(file);
      if (page == nullptr) continue;
      const std::string_view block = area.block.empty() ? page->whole() : page->block(area.block);
      if (block.empty()) continue;
      const auto start = static_cast<std::size_t>(block.data() - page->whole().data());
      if (!taken.add(area.file, start, start + block.size())) continue;
      if (text.empty() || open != area.types) {
        text += text.empty() ? "<part" : "</part><part";
        text += with_attribute("TYPE", area.types) + ">";
        open = area.types;
      }
      text += block;
      if (sink_.too_long(text.size())) break;
    }
    return text.empty() ? text : text + "</part>";
  }

  const MetsIssue& issue_;
  const std::uint64_t bytes_;  // of the METS file
  RecordSink& sink_;
  Pages pages_;
  std::set<std::size_t> covered_;  // pages that have units
  std::uint64_t given_ = 0;
};

}  // namespace

void split_mets(Window& window, bool is_file, RecordSink& sink) {
  while (!sink.too_long(window.text().size()) && window.grow()) continue;
  if (window.failed()) return;
  if (sink.too_long(window.text().size())) return sink.refuse_too_long();
  if (!is_file)
    return sink.refuse(
        "METS whose pages lie in a container or a pipe: they are read one by one; unpacked, it "
        "gives "
        "its articles");
  const auto issue = read_mets(window.text(), sink.limits().depth);
  if (const auto* reason = std::get_if<std::string>(&issue)) return sink.refuse(*reason);
  MetsSplitter(std::get<MetsIssue>(issue), window.text().size(), sink).split();
}

}  // namespace newsindex
