// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/container.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <simdjson.h>

#include "indexer/readers/documents.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view k7z = "7z\xbc\xaf\x27\x1c";
constexpr std::string_view kZipEntry = "PK\x03\x04";
constexpr std::array kContainerMagics{kZipEntry, "PK\x05\x06"sv, k7z};
constexpr std::array kZipEnd{"PK\x01\x02"sv, "PK\x05\x06"sv};  // marks of its table of contents
constexpr std::size_t kUstar = 257;                            // where a tar file has its mark

struct CloseArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, CloseArchive>;

// What is wrong with a container, or with its bytes if these cannot be read.
std::string error_of(archive* reader, const Bytes& bytes) {
  if (!bytes.failure().empty()) return bytes.failure();
  const char* text = archive_error_string(reader);
  return text == nullptr ? "damaged" : text;
}

// Counts the bytes that come out of a container, and limits them by those that go in.
class Expansion {
 public:
  explicit Expansion(const ReadLimits& limits) : limits_(limits) {}

  void take(std::uint64_t bytes) { taken_ += bytes; }
  // False if this is too much.
  bool give(std::uint64_t bytes) {
    given_ += bytes;
    return given_ <= limits_.grace_bytes + limits_.expansion * taken_;
  }

 private:
  const ReadLimits& limits_;
  std::uint64_t taken_ = 0;
  std::uint64_t given_ = 0;
};

class EntryBytes : public Bytes {
 public:
  EntryBytes(archive* reader, const Bytes& packed, Expansion& expansion, std::uint64_t most)
      : reader_(reader), packed_(packed), expansion_(expansion), most_(most) {}

  bool read_block(std::string& to) override {
    if (!failure_.empty()) return false;
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(reader_, &block, &size, &offset);
    if (result == ARCHIVE_EOF) return false;
    if (result < ARCHIVE_WARN) {
      failure_ = error_of(reader_, packed_);
      return false;
    }
    if (result == ARCHIVE_WARN) altered_ = error_of(reader_, packed_);
    if (!expansion_.give(size)) {
      failure_ = "expands to more than " + std::to_string(most_) + " times its size";
      bomb_ = true;
      return false;
    }
    to.append(static_cast<const char*>(block), size);
    return true;
  }

  bool is_bomb() const { return bomb_; }
  // Why these may not be the bytes that were packed, or empty.
  const std::string& altered() const { return altered_; }

 private:
  archive* reader_;
  const Bytes& packed_;
  Expansion& expansion_;
  std::uint64_t most_;
  bool bomb_ = false;
  std::string altered_;
};

bool is_passed_over(std::string_view path) {
  if (path.find("__MACOSX/") != std::string_view::npos) return true;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.empty() || name.starts_with('.');
}

// Names are only displayed: on one line, as UTF-8, without steps out of the container.
std::string harmless(std::string name) {
  const bool utf8 = simdjson::validate_utf8(name);
  for (char& c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' || byte == 0x7f || (byte >= 0x80 && !utf8)) c = ' ';
  }
  std::string kept;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string part = name.substr(at, end - at);
    if (!part.empty() && part != "." && part != "..") kept += (kept.empty() ? "" : "/") + part;
    at = end + 1;
  }
  return kept;
}

class Container {
 public:
  Container(PeekedBytes& bytes, const ReadPlace& place, RecordSink& sink)
      : bytes_(bytes),
        place_(place),
        sink_(sink),
        outer_(sink.context()),
        expansion_(sink.limits()) {}

  void read() {
    constexpr std::size_t kEnough = std::size_t{64} << 10;
    if (const std::string kind = document_kind(bytes_.peek(kEnough)); !kind.empty()) {
      sink_.refuse("not an article: " + kind);
      return;
    }
    const std::uint64_t before = sink_.count();
    if (open()) read_entries();
    sink_.set_context(outer_);
    if (!broken_.empty() && is_damaged_)
      sink_.refuse_unread(broken_);
    else if (!broken_.empty())
      sink_.refuse(broken_);
    if (sink_.count() == before && sink_.wants_more() && place_.depth == 0)
      sink_.refuse("no articles in it");
  }

 private:
  bool open() {
    reader_.reset(archive_read_new());
    archive* reader = reader_.get();
    archive_read_support_format_tar(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_7zip(reader);
    const int result = bytes_.peek(k7z.size()).starts_with(k7z) ? open_in_memory() : open_stream();
    if (result < ARCHIVE_WARN) damaged(reader);
    return broken_.empty();
  }

  void damaged(archive* reader) {
    if (has_said_damage_) return stop();
    broken_ = "cannot be unpacked: " + error_of(reader, bytes_);
    is_damaged_ = true;
  }

  void stop() { stopped_ = true; }

  int open_stream() {
    return archive_read_open(
        reader_.get(), this, nullptr,
        [](archive* reader, void* self, const void** block) {
          return static_cast<Container*>(self)->next_block(reader, block);
        },
        nullptr);
  }

  // 7z has its table of contents at the end.
  int open_in_memory() {
    while (block_.size() <= sink_.limits().grace_bytes && bytes_.read_block(block_)) continue;
    expansion_.take(block_.size());
    if (block_.size() > sink_.limits().grace_bytes) {
      broken_ =
          "a 7z archive of more than " + std::to_string(sink_.limits().grace_bytes >> 20) + " MB";
      return ARCHIVE_OK;
    }
    return archive_read_open_memory(reader_.get(), block_.data(), block_.size());
  }

  la_ssize_t next_block(archive* reader, const void** block) {
    offset_ += earlier_.size();
    earlier_ = std::move(block_);
    block_ = std::exchange(pending_, {});
    if (block_.empty()) bytes_.read_block(block_);
    expansion_.take(block_.size());
    if (block_.empty() && !bytes_.failure().empty()) {
      archive_set_error(reader, EIO, "%s", bytes_.failure().c_str());
      return ARCHIVE_FATAL;
    }
    *block = block_.data();
    return static_cast<la_ssize_t>(block_.size());
  }

  void read_entries() {
    bool was_damaged = false;
    while (sink_.wants_more() && broken_.empty() && !stopped_) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(reader_.get(), &entry);
      if (result == ARCHIVE_EOF) return;
      const bool is_damaged = result == ARCHIVE_RETRY;  // no header, but the next bytes may be one
      if (is_damaged && !was_damaged) refuse_header();
      was_damaged = is_damaged;
      if (result < ARCHIVE_WARN && !find_next_entry()) damaged(reader_.get());
      if (result < ARCHIVE_WARN || is_damaged) continue;
      const char* path = archive_entry_pathname(entry);
      const std::string name = path == nullptr ? "" : path;
      if (archive_entry_filetype(entry) == AE_IFREG && !is_passed_over(name))
        read_entry(entry, name);
    }
  }

  void refuse_header() {
    sink_.set_context(outer_);
    sink_.refuse("damaged near byte " +
                 std::to_string(archive_read_header_position(reader_.get())) + ": " +
                 error_of(reader_.get(), bytes_) + ", the next entry is looked for");
  }

  // Continues after the damage, at the next entry, with a new reader. Only in zip files, whose
  // entries have a mark at their beginning. False if there is no next entry.
  bool find_next_entry() {
    const int kind = archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK;
    if (kind != ARCHIVE_FORMAT_ZIP || !bytes_.failure().empty()) return false;
    if (!has_said_damage_) {
      sink_.set_context(outer_);
      sink_.refuse("damaged near byte " + std::to_string(consumed()) + ": " +
                   error_of(reader_.get(), bytes_) + ", the next entry is looked for");
    }
    has_said_damage_ = true;
    std::string rest = earlier_ + block_;
    // At least one byte further: a reader may reject an entry before it has taken any of it.
    const std::uint64_t behind =
        std::max<std::uint64_t>(1, consumed() - std::min(consumed(), offset_));
    rest.erase(0, static_cast<std::size_t>(std::min<std::uint64_t>(behind, rest.size())));

    for (;;) {
      const std::size_t at = rest.find(kZipEntry);
      if (std::any_of(kZipEnd.begin(), kZipEnd.end(),
                      [&](std::string_view end) { return rest.find(end) < at; }))
        return false;
      if (at != std::string::npos) {
        pending_ = rest.substr(at);
        earlier_.clear();
        block_.clear();
        offset_ = 0;
        return open();
      }
      const std::size_t passed = rest.size() - std::min(rest.size(), kZipEntry.size() - 1);
      rest.erase(0, passed);
      if (!bytes_.read_block(rest)) return false;
    }
  }

  // The number of bytes that the reader has taken.
  std::uint64_t consumed() const {
    return static_cast<std::uint64_t>(
        std::max<la_int64_t>(0, archive_filter_bytes(reader_.get(), -1)));
  }

  void read_entry(archive_entry* entry, const std::string& name) {
    RecordContext context = outer_;
    if (const std::string shown = harmless(name); !shown.empty())
      context.entry += (context.entry.empty() ? "" : "/") + shown;
    sink_.set_context(context);
    if (archive_entry_is_encrypted(entry) != 0) {
      sink_.refuse("encrypted");
      return;
    }
    EntryBytes bytes(reader_.get(), bytes_, expansion_, sink_.limits().expansion);
    read_bytes(bytes, {place_.depth + 1, name.empty() ? place_.path : name}, sink_);
    if ((archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR)
      drain(bytes);
    if (!bytes.altered().empty())
      sink_.refuse("damaged: " + bytes.altered() + ", what was read of it may be altered");
    stopped_ = bytes.is_bomb();
    has_said_damage_ = !bytes.failure().empty();
  }

  // Unpacks the skipped rest of an entry, to reach the next entry; it counts for the limit, too.
  void drain(EntryBytes& bytes) {
    std::string block;
    const bool said = bytes.is_bomb();
    while (bytes.read_block(block)) block.clear();
    if (bytes.is_bomb() && !said) sink_.refuse_unread(bytes.failure());
  }

  PeekedBytes& bytes_;
  const ReadPlace& place_;
  RecordSink& sink_;
  const RecordContext outer_;
  Expansion expansion_;
  std::string block_;         // the last block that the reader was given
  std::string earlier_;       // the block before it
  std::string pending_;       // the next block for the reader
  std::uint64_t offset_ = 0;  // of earlier_, in the bytes that the reader was given
  Reader reader_;
  std::string broken_;       // why reading has ended
  bool is_damaged_ = false;  // broken_ is about damage
  bool has_said_damage_ = false;
  bool stopped_ = false;  // for a reason that was already reported
};

}  // namespace

bool is_container(std::string_view start) {
  return std::any_of(kContainerMagics.begin(), kContainerMagics.end(),
                     [&](std::string_view magic) { return start.starts_with(magic); }) ||
         (start.size() > kUstar && start.substr(kUstar).starts_with("ustar"));
}

void read_container(PeekedBytes& bytes, const ReadPlace& place, RecordSink& sink) {
  Container(bytes, place, sink).read();
}

}  // namespace newsindex
