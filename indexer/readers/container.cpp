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

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::array kMagics{"\x1f\x8b"sv,           "BZh"sv,        "\xfd\x37zXZ\0"sv,
                             "\x28\xb5\x2f\xfd"sv,   "PK\x03\x04"sv, "PK\x05\x06"sv,
                             "7z\xbc\xaf\x27\x1c"sv, "\x5d\0\0"sv};
constexpr std::string_view k7z = "7z\xbc\xaf\x27\x1c";
constexpr std::size_t kUstar = 257;  // where a tar file has its mark

struct CloseArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, CloseArchive>;

std::string error_of(archive* reader) {
  const char* text = archive_error_string(reader);
  return text == nullptr ? "damaged" : text;
}

// How many bytes came out of a container, and how many it may give.
class Expansion {
 public:
  Expansion(const ReadLimits& limits, archive* reader) : limits_(limits), reader_(reader) {}

  // False when it is too much.
  bool add(std::uint64_t bytes) {
    given_ += bytes;
    const auto taken =
        static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(reader_, -1)));
    return given_ <= limits_.grace_bytes + limits_.expansion * taken;
  }

 private:
  const ReadLimits& limits_;
  archive* reader_;
  std::uint64_t given_ = 0;
};

class EntryBytes : public Bytes {
 public:
  EntryBytes(archive* reader, Expansion& expansion, std::uint64_t most)
      : reader_(reader), expansion_(expansion), most_(most) {}

  bool read_block(std::string& to) override {
    if (!failure_.empty()) return false;
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(reader_, &block, &size, &offset);
    if (result == ARCHIVE_EOF) return false;
    if (result < ARCHIVE_WARN) {
      failure_ = error_of(reader_);
      return false;
    }
    if (!expansion_.add(size)) {
      failure_ = "expands to more than " + std::to_string(most_) + " times its size";
      bomb_ = true;
      return false;
    }
    to.append(static_cast<const char*>(block), size);
    return true;
  }

  bool is_bomb() const { return bomb_; }

 private:
  archive* reader_;
  Expansion& expansion_;
  std::uint64_t most_;
  bool bomb_ = false;
};

bool is_passed_over(std::string_view path) {
  if (path.find("__MACOSX/") != std::string_view::npos) return true;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.empty() || name.starts_with('.');
}

// Office documents are zip files, too: their first entry tells.
bool is_document(std::string_view first_entry) {
  return first_entry == "[Content_Types].xml" || first_entry == "mimetype" ||
         first_entry.starts_with("word/") || first_entry.starts_with("META-INF/");
}

// A name is only ever shown: on one line, as UTF-8, without steps out of the container.
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
      : bytes_(bytes), place_(place), sink_(sink), outer_(sink.context()) {}

  void read() {
    if (place_.depth >= sink_.limits().nesting) {
      sink_.refuse("containers are nested more than " + std::to_string(sink_.limits().nesting) +
                   " deep");
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
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_lzma(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_format_tar(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_7zip(reader);
    archive_read_support_format_raw(reader);
    const int result = bytes_.peek(k7z.size()).starts_with(k7z) ? open_in_memory() : open_stream();
    if (result < ARCHIVE_WARN) damaged(reader);
    return broken_.empty();
  }

  void damaged(archive* reader) {
    broken_ = "cannot be unpacked: " + error_of(reader);
    is_damaged_ = true;
  }

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
    if (block_.size() > sink_.limits().grace_bytes) {
      broken_ =
          "a 7z archive of more than " + std::to_string(sink_.limits().grace_bytes >> 20) + " MB";
      return ARCHIVE_OK;
    }
    return archive_read_open_memory(reader_.get(), block_.data(), block_.size());
  }

  la_ssize_t next_block(archive* reader, const void** block) {
    block_.clear();
    bytes_.read_block(block_);
    if (block_.empty() && !bytes_.failure().empty()) {
      archive_set_error(reader, EIO, "%s", bytes_.failure().c_str());
      return ARCHIVE_FATAL;
    }
    *block = block_.data();
    return static_cast<la_ssize_t>(block_.size());
  }

  void read_entries() {
    Expansion expansion(sink_.limits(), reader_.get());
    bool first = true;
    while (sink_.wants_more() && broken_.empty() && !stopped_) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(reader_.get(), &entry);
      if (result == ARCHIVE_EOF) return;
      if (result < ARCHIVE_WARN) {
        damaged(reader_.get());
        return;
      }
      const bool raw = archive_format(reader_.get()) == ARCHIVE_FORMAT_RAW;
      const char* path = archive_entry_pathname(entry);
      const std::string name = raw || path == nullptr ? "" : path;
      if (std::exchange(first, false) && is_document(name)) {
        broken_ = "not an article: an office document or a book";
        return;
      }
      if (raw || (archive_entry_filetype(entry) == AE_IFREG && !is_passed_over(name)))
        read_entry(entry, name, expansion);
    }
  }

  void read_entry(archive_entry* entry, const std::string& name, Expansion& expansion) {
    RecordContext context = outer_;
    if (const std::string shown = harmless(name); !shown.empty())
      context.entry += (context.entry.empty() ? "" : "/") + shown;
    sink_.set_context(context);
    if (archive_entry_is_encrypted(entry) != 0) {
      sink_.refuse("encrypted");
      return;
    }
    EntryBytes bytes(reader_.get(), expansion, sink_.limits().expansion);
    read_bytes(bytes, {place_.depth + 1, name.empty() ? place_.path : name}, sink_);
    if ((archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR)
      drain(bytes);
    stopped_ = bytes.is_bomb();
  }

  // What was passed over is unpacked all the same to come to the next entry, and counts.
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
  std::string block_;
  Reader reader_;
  std::string broken_;       // why nothing more is read
  bool is_damaged_ = false;  // that is the reason
  bool stopped_ = false;     // for a reason that was given
};

}  // namespace

bool is_container(std::string_view start) {
  return std::any_of(kMagics.begin(), kMagics.end(),
                     [&](std::string_view magic) { return start.starts_with(magic); }) ||
         (start.size() > kUstar && start.substr(kUstar).starts_with("ustar"));
}

void read_container(PeekedBytes& bytes, const ReadPlace& place, RecordSink& sink) {
  Container(bytes, place, sink).read();
}

}  // namespace newsindex
