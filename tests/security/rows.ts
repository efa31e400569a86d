import { type Belongings, pushSubscription } from './belongings.ts';

/** A request as the table has it; the method and the token are not its business. */
export type Request = { path: string; body?: object; headers?: Record<string, string> };

/** The answers of one operation, by who asks. */
export type Row = {
  /** A request that is about these things, where the operation is about anything. */
  request(things: Belongings): Request;
  /** The status for the owner of the things. */
  owner: number;
  /**
   * The status for somebody else, and for things that do not exist. Left out where the request names nothing: then
   * everybody gets their own, which is the same status.
   */
  foreign?: number;
  /** The answer to every wrong token where that is not the 401 problem. */
  refused?: { status: number; body: object };
  /** Answers everybody alike: no token is asked for. */
  open?: true;
};

const same = (path: string) => () => ({ path });

/** One row for every operation, by its operationId. */
export const rows: Record<string, Row> = {
  getHealth: { request: same('/health'), owner: 200, open: true },
  getApiHealth: { request: same('/api/health'), owner: 200, open: true },
  // Nothing runs the durable functions in this test, and it says so.
  getReadiness: { request: same('/api/health/ready'), owner: 503, open: true },
  getClientConfig: { request: same('/api/config'), owner: 200, open: true },

  getMcpMetadata: { request: same('/api/mcp/oauth-protected-resource'), owner: 200, open: true },
  getProtectedResource: { request: same('/.well-known/oauth-protected-resource'), owner: 200, open: true },
  getMcpProtectedResource: { request: same('/.well-known/oauth-protected-resource/api/mcp'), owner: 200, open: true },
  callMcp: {
    request: () => ({
      path: '/api/mcp',
      body: { jsonrpc: '2.0', id: 1, method: 'resources/read', params: { uri: 'flux://goals' } },
      headers: { Accept: 'application/json, text/event-stream' },
    }),
    owner: 200,
  },

  createGoal: { request: ({ mark }) => ({ path: '/goals', body: { title: mark } }), owner: 201 },
  listGoals: { request: same('/goals'), owner: 200 },
  getGoal: { request: ({ goalId }) => ({ path: `/goals/${goalId}` }), owner: 200, foreign: 404 },
  changeGoal: {
    request: ({ goalId }) => ({ path: `/goals/${goalId}`, body: { title: 'Another' } }),
    owner: 200,
    foreign: 404,
  },
  answerGoal: {
    request: ({ goalId }) => ({
      path: `/goals/${goalId}/answers`,
      body: { answers: [{ id: 'level', text: 'I can run 5 km' }] },
    }),
    owner: 202,
    foreign: 404,
  },
  decideProposal: {
    request: ({ goalId }) => ({ path: `/goals/${goalId}/proposal`, body: { accept: true } }),
    owner: 200,
    foreign: 404,
  },
  planGoal: { request: ({ goalId }) => ({ path: `/goals/${goalId}/plan`, body: {} }), owner: 202, foreign: 404 },
  deleteGoal: { request: ({ goalId }) => ({ path: `/goals/${goalId}` }), owner: 204, foreign: 404 },

  createTask: {
    request: ({ goalId }) => ({ path: '/tasks', body: { title: 'Run', goal_id: goalId } }),
    owner: 201,
    foreign: 422,
  },
  previewTask: {
    request: () => ({ path: '/tasks/preview', body: { text: 'Run tomorrow' } }),
    owner: 200,
    foreign: 200,
  },
  listTasks: { request: ({ goalId }) => ({ path: `/tasks?goal_id=${goalId}` }), owner: 200, foreign: 200 },
  getTask: { request: ({ taskId }) => ({ path: `/tasks/${taskId}` }), owner: 200, foreign: 404 },
  updateTask: {
    request: ({ taskId }) => ({ path: `/tasks/${taskId}`, body: { status: 'done' } }),
    owner: 200,
    foreign: 404,
  },
  deleteTask: { request: ({ taskId }) => ({ path: `/tasks/${taskId}` }), owner: 204, foreign: 404 },
  findSlots: { request: ({ taskId }) => ({ path: `/tasks/${taskId}/slots` }), owner: 200, foreign: 404 },

  // A client id is a name that each person gives: another person's conversation of that name is another one.
  postChatMessage: {
    request: ({ clientId }) => ({
      path: '/api/chat',
      body: { message: 'hello' },
      headers: { 'X-Client-Id': clientId },
    }),
    owner: 200,
  },
  sendUiMessage: {
    request: ({ clientId }) => ({
      path: '/api/chat/ui',
      body: { id: clientId, messages: [{ role: 'user', parts: [{ type: 'text', text: 'hello' }] }] },
    }),
    owner: 200,
  },
  // Of another person's running message there is nothing to see, as of none.
  resumeUiMessage: {
    request: ({ clientId }) => ({ path: `/api/chat/ui/${clientId}/stream` }),
    owner: 200,
    foreign: 204,
  },
  listConversations: { request: same('/api/chat'), owner: 200 },
  listChatMessages: {
    request: ({ clientId }) => ({ path: `/api/chat/${clientId}/messages` }),
    owner: 200,
    foreign: 404,
  },
  deleteConversation: { request: ({ clientId }) => ({ path: `/api/chat/${clientId}` }), owner: 204, foreign: 404 },
  addChatFile: {
    request: ({ clientId }) => ({ path: `/api/chat/${clientId}/files?name=notes.json`, body: { some: 'bytes' } }),
    owner: 201,
  },
  getChatArtifact: {
    request: ({ artifactId }) => ({ path: `/api/chat/artifacts/${artifactId}` }),
    owner: 200,
    foreign: 404,
  },
  getChatResponse: {
    request: ({ clientId }) => ({ path: `/api/chat/response/${clientId}` }),
    owner: 200,
    foreign: 404,
  },
  cancelChatResponse: {
    request: ({ clientId }) => ({ path: `/api/chat/response/${clientId}` }),
    owner: 202,
    foreign: 404,
  },

  openVoiceSession: {
    request: ({ sessionId }) => ({ path: '/api/v1/voice/session', body: { resume: sessionId } }),
    owner: 200,
    foreign: 404,
  },
  closeVoiceSession: {
    request: ({ sessionId }) => ({ path: `/api/v1/voice/session/${sessionId}` }),
    owner: 200,
    foreign: 404,
  },
  saveVoiceMessage: {
    request: ({ sessionId }) => ({
      path: '/api/v1/voice/messages',
      body: { session_id: sessionId, role: 'user', content: 'hello' },
    }),
    owner: 200,
    foreign: 200,
    refused: { status: 200, body: { status: 'dropped', reason: 'unauthorized' } },
  },
  getVoiceTranscript: {
    request: ({ sessionId }) => ({ path: `/api/v1/voice/sessions/${sessionId}/messages` }),
    owner: 200,
    foreign: 404,
  },
  runVoiceIntent: {
    request: ({ sessionId, callId }) => ({
      path: '/api/v1/voice/intents',
      body: { session_id: sessionId, function_call_id: callId, function_name: 'list_tasks', input: {} },
    }),
    owner: 200,
    foreign: 404,
  },

  ingestDocument: {
    request: () => ({ path: '/api/v1/rag/ingest', body: { title: 'Running', text: 'Run slowly, most of the time.' } }),
    owner: 200,
  },
  searchDocuments: { request: ({ mark }) => ({ path: `/api/v1/rag/search?q=${mark}` }), owner: 200 },
  deleteDocument: {
    request: ({ documentId }) => ({ path: `/api/v1/rag/documents/${documentId}` }),
    owner: 204,
    foreign: 404,
  },

  // An endpoint is known to one browser: whoever subscribes with it signs in there.
  addPushSubscription: {
    request: ({ endpoint }) => ({
      path: '/api/v1/notifications/subscriptions',
      body: pushSubscription(`https://fcm.googleapis.com/fcm/send/${endpoint.split('/').at(-1)}`),
    }),
    owner: 201,
  },
  removePushSubscription: {
    request: ({ endpoint }) => ({ path: '/api/v1/notifications/subscriptions', body: { endpoint } }),
    owner: 204,
    foreign: 204,
  },
  getVapidPublicKey: { request: same('/api/v1/notifications/vapid-public-key'), owner: 200, open: true },

  openCalendar: { request: same('/account/calendar'), owner: 201 },
  revokeCalendar: { request: same('/account/calendar'), owner: 204 },
  // Its token is in its address, and opens nothing else.
  readCalendar: {
    request: ({ calendarToken }) => ({ path: `/tasks.ics?token=${calendarToken}` }),
    owner: 200,
    open: true,
  },

  listMemories: { request: same('/account/memories'), owner: 200 },
  createMemory: { request: () => ({ path: '/account/memories', body: { text: 'I like tea' } }), owner: 201 },
  changeMemory: {
    request: ({ memoryId }) => ({ path: `/account/memories/${memoryId}`, body: { text: 'I like coffee' } }),
    owner: 200,
    foreign: 404,
  },
  deleteMemory: { request: ({ memoryId }) => ({ path: `/account/memories/${memoryId}` }), owner: 204, foreign: 404 },

  getAccount: { request: same('/account'), owner: 200 },
  changeAccount: { request: () => ({ path: '/account', body: { daily_minutes: 90 } }), owner: 200 },
  deleteAccount: { request: same('/account'), owner: 204 },
  exportAccount: { request: same('/account/export'), owner: 200 },
  getInsights: { request: same('/account/insights'), owner: 200 },
  getUsage: { request: same('/account/usage'), owner: 200 },
};
