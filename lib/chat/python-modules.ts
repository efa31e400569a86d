/**
 * Modules that an `import` may name: those of Python's standard library, of the packages of the Pyodide release, and those that
 * E2B's sandboxes bring along.
 */
const listed = (names: string) => new Set(names.split(/\s+/));

/** Names that nobody writes but programmers: importing one is a program, even alone. */
export const MODULES = listed(
  `abc aifc antigravity argparse asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile cgi
  cgitb cmath cmd codecs codeop colorsys compileall configparser contextlib contextvars copyreg ctypes dataclasses datetime dbm
  difflib distutils doctest ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch ftplib functools gc getopt getpass
  gettext glob graphlib gzip hashlib heapq hmac imaplib importlib ipaddress itertools linecache lzma marshal math mimetypes mmap
  multiprocessing netrc ntpath optparse os pathlib pdb pickle pickletools pkgutil plistlib poplib posixpath pprint pstats pty
  py_compile pyclbr pydoc readline reprlib rlcompleter runpy shlex shutil smtpd smtplib sndhdr socketserver sqlite3 ssl
  stringprep subprocess symtable sys sysconfig tabnanny tarfile telnetlib tempfile termios textwrap threading timeit tkinter
  tokenize tomllib traceback tracemalloc turtledemo unicodedata unittest urllib uuid venv weakref webbrowser wsgiref xmlrpc
  zipapp zipfile zipimport zlib zoneinfo
  Bio CoolProp Crypto IPython PIL aiohttp altair annotated_types anyio argon2 astropy asyncpg attrs bcrypt bitarray bokeh
  boost_histogram bs4 cachetools cartopy certifi cffi cftime charset_normalizer cloudpickle contourpy cryptography cssselect cv2
  cvxpy cytoolz dateutil diskcache distlib docutils docx duckdb fastapi fiona flask fontTools freesasa frozenlist fsspec gensim
  geopandas gmpy2 h5py healpy html5lib httpcore httpx idna igraph imageio jinja2 joblib jsonpointer jsonschema keras kiwisolver
  librosa lightgbm lxml lz4 markupsafe matplotlib micropip more_itertools mpl_toolkits mpmath msgpack mypy narwhals netCDF4
  networkx nltk numba numcodecs numpy openai openpyxl orjson pandas peewee platformdirs plotly prompt_toolkit propcache psycopg
  pyarrow pydantic pydantic_core pygame pygments pymongo pyodide pyparsing pyproj pysam pytest pytz pywt pyxirr rasterio ruamel
  safetensors scipy seaborn sentencepiece setuptools simplejson skimage sklearn smart_open sniffio sortedcontainers soundfile
  sqlalchemy statsmodels svgwrite sympy tensorflow texttable threadpoolctl tiktoken tomli toolz torchvision tqdm transformers
  typing_extensions tzdata ujson urllib3 wcwidth wordcloud wrapt xarray xgboost xlrd xxhash yarl zarr zstandard`,
);

/** Modules that are everyday words as well: "import calendar" is a wish unless the program goes on to use it. */
export const MODULES_IN_WORDS = listed(
  `array ast calendar chunk code collections concurrent copy crypt csv curses decimal dis email encodings fractions html http
  imp inspect io json keyword locale logging mailbox modulefinder numbers opcode operator pipes platform posix profile queue
  quopri random re resource sched secrets select selectors shelve signal site socket spwd stat statistics string struct symbol
  syslog test this time token trace tty turtle types typing uu warnings wave winsound xml
  affine attr bleach bottleneck brotli casadi click clingo coverage cycler decorator deprecated deprecation distro dns executing
  flirt future google highspy jedi lakers logbook multidict munch newick nlopt packaging parso patsy pluggy polars py pylab
  rebound referencing regex requests retrying rich screed shapefile shapely sisl six spacy starlette tblib termcolor torch
  traitlets traits uncertainties yaml yt`,
);
