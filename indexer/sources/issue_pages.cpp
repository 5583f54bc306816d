// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/issue_pages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <sys/stat.h>

#include "indexer/extract/text/tags.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/mets.h"
#include "indexer/readers/page_text.h"
#include "indexer/readers/xml_scanner.h"
#include "indexer/sources/source_changes.h"
#include "schema/digest.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// "alto/0001.xml" of "file://./alto/0001.xml" or ".\alto\0001.xml".
std::string path_in(std::string href) {
  for (const std::string_view scheme : {"file://localhost/", "file://", "file:"})
    if (href.starts_with(scheme)) {
      href.erase(0, scheme.ends_with("localhost/") ? scheme.size() - 1 : scheme.size());
      break;
    }
  std::replace(href.begin(), href.end(), '\\', '/');
  return href;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Decodes "%20" and the like.
std::string unescaped(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const int high = path[at] == '%' && at + 2 < path.size() ? hex_value(path[at + 1]) : -1;
    const int low = high >= 0 ? hex_value(path[at + 2]) : -1;
    out += low >= 0 ? static_cast<char>(high * 16 + low) : path[at];
    if (low >= 0) at += 2;
  }
  return out;
}

// Why a path is refused by its text alone: it is not below a folder. Empty if it may be used.
std::string refusal_of(const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos) return "no path of a file";
  if (path.front() == '/') return "an absolute path";
  const std::string_view first = std::string_view(path).substr(0, path.find('/'));
  if (first.find(':') != std::string_view::npos) return "not a path in the folder of the METS file";
  for (const fs::path& part : fs::path(path))
    if (part == "..") return "it leads out of the folder of the METS file";
  return {};
}

SourcePage find_page(const fs::path& folder, const std::string& href) {
  SourcePage page{href};
  for (const std::string& path : {path_in(href), unescaped(path_in(href))}) {
    page.failure = refusal_of(path);
    if (!page.failure.empty()) return page;
    std::error_code error;
    const fs::path real = fs::canonical(folder / path, error);
    if (error) {
      page.failure = error == std::errc::no_such_file_or_directory
                         ? "no such file"
                         : "cannot be read: " + error.message();
      continue;
    }
    if (!is_below(real.native(), folder, {}))
      page.failure = "it leads out of the folder of the METS file";
    else if (!fs::is_regular_file(real, error))
      page.failure = "not a file";
    else
      page.place = real.native();
    return page;
  }
  return page;
}

std::string text_of(Bytes& bytes, std::size_t most) {
  ByteSource source(bytes);
  std::string text;
  while (text.size() < most && source.read_block(text)) continue;
  return text;
}

// The beginning of a file: enough to recognise its root element.
std::string start_of(const std::string& place) {
  constexpr std::size_t kEnough = 4096;
  std::string raw(kEnough, '\0');
  std::ifstream file(place, std::ios::binary);
  file.read(raw.data(), static_cast<std::streamsize>(raw.size()));
  raw.resize(static_cast<std::size_t>(file.gcount()));
  MemoryBytes bytes(raw);
  return text_of(bytes, kEnough);
}

bool may_be_mets(const std::string& path) {
  for (const std::string_view ending : {".xml", ".mets"})
    if (path.size() > ending.size() &&
        same_name(std::string_view(path).substr(path.size() - ending.size()), ending))
      return true;
  return false;
}

// The pages that a METS file names: those of its XML files that are pages, or are missing.
std::vector<SourcePage> pages_of(const SourceFile& file, const ReadLimits& limits) {
  std::vector<SourcePage> pages;
  if (xml_root(start_of(file.place)) != "mets") return pages;
  FileBytes bytes(file.place, limits.go_on);
  const auto issue = read_mets(text_of(bytes, limits.record_bytes), limits.depth);
  if (!std::holds_alternative<MetsIssue>(issue)) return pages;
  std::set<std::string> seen;
  for (const MetsFile& named : std::get<MetsIssue>(issue).files) {
    if (!seen.insert(named.href).second) continue;
    SourcePage page = find_page(fs::path(file.place).parent_path(), named.href);
    if (!page.failure.empty() || begins_like_page(start_of(page.place)))
      pages.push_back(std::move(page));
  }
  return pages;
}

// Adds pages to a METS file, with the sum of the sizes, the latest times, and a digest as inode.
SourceFile with_pages(SourceFile file, std::vector<SourcePage> pages) {
  std::string all = std::to_string(file.inode);
  const auto nanoseconds = [](const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
  };
  for (const SourcePage& page : pages) {
    all += '\n' + page.href;
    struct stat status {};
    if (page.place.empty() || ::stat(page.place.c_str(), &status) != 0) continue;
    file.bytes += static_cast<std::uint64_t>(status.st_size);
    file.modified_ns = std::max(file.modified_ns, nanoseconds(status.st_mtim));
    file.changed_ns = std::max(file.changed_ns, nanoseconds(status.st_ctim));
    for (const std::int64_t number :
         {static_cast<std::int64_t>(status.st_ino), std::int64_t{status.st_size},
          nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)})
      all += ' ' + std::to_string(number);
  }
  file.inode = digest64(all);
  file.pages = std::move(pages);
  return file;
}

// The file; with its pages if it is a METS file that has some.
SourceFile joined(const SourceFile& file, const Ledger& ledger, const ReadLimits& limits) {
  const LedgerEntry* known = ledger.find(file.path);
  if (known != nullptr && known->pages.empty() && has_same_file_status(file, *known)) return file;
  if (known != nullptr && !known->pages.empty()) {
    std::vector<SourcePage> pages;
    for (const std::string& href : known->pages)
      pages.push_back(find_page(fs::path(file.place).parent_path(), href));
    SourceFile before = with_pages(file, std::move(pages));
    if (has_same_file_status(before, *known)) return before;
  }
  std::vector<SourcePage> pages = pages_of(file, limits);
  return pages.empty() ? file : with_pages(file, std::move(pages));
}

}  // namespace

void join_pages(FoundFiles& found, const Ledger& ledger, const ReadLimits& limits) {
  const std::string_view described =
      std::string_view(limits.xml_record).substr(0, limits.xml_record.find('/'));
  if (described == "mets" || described == "alto" || described == "PcGts") return;
  std::set<std::string> places;
  for (SourceFile& file : found.files) {
    if (!may_be_mets(file.path)) continue;
    file = joined(file, ledger, limits);
    for (const SourcePage& page : file.pages) places.insert(page.place);
  }
  const auto pages =
      std::stable_partition(found.files.begin(), found.files.end(), [&](const SourceFile& file) {
        return !file.pages.empty() || file.place.empty() || !places.contains(file.place);
      });
  found.pages.assign(std::make_move_iterator(pages), std::make_move_iterator(found.files.end()));
  found.files.erase(pages, found.files.end());
}

}  // namespace newsindex
